package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.fund.event.FundYearAdded;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The mechanism, on a revision that never was. */
class UpcastingTest {

    @Test
    void an_event_of_an_older_revision_is_read_as_the_newest() {
        try (TestLedger ledger = TestLedger.start(TestPostgres.newDatabase(), Upcasters.class)) {
            ledger.jdbc()
                    .update("insert into ledger_event (event_id, stream, sequence, aggregate_type, occurred_at, type,"
                            + " revision, payload, metadata) values (gen_random_uuid(), 'fund:up', 0, 'fund', now(),"
                            + " 'fund.year-added', '0', '{\"fund\":\"UP\",\"year\":2026}', '{}')");

            assertThat(ledger.bean(EventStore.class)
                            .readEvents("fund:up")
                            .next()
                            .getPayload())
                    .isEqualTo(new FundYearAdded("UP", 2026));
        }
    }

    static class Upcasters {
        @Bean
        EventUpcaster fundYearAdded0() {
            return new FundYearAdded0();
        }
    }

    /** {@code fund} became {@code fundCode}. */
    static final class FundYearAdded0 extends SingleEventUpcaster {

        private static final SimpleSerializedType FROM = new SimpleSerializedType("fund.year-added", "0");
        private static final SimpleSerializedType TO = new SimpleSerializedType("fund.year-added", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return Objects.equals(event.getType(), FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(TO, JsonNode.class, payload -> {
                ObjectNode fields = (ObjectNode) payload;
                fields.set("fundCode", fields.remove("fund"));
                return fields;
            });
        }
    }
}
