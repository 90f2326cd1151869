package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.allocation.AllocationProjection;
import org.specialfund.ledger.projections.audit.AuditProjection;
import org.specialfund.ledger.projections.balance.BalanceProjection;
import org.specialfund.ledger.projections.disbursement.DisbursementProjection;
import org.specialfund.ledger.projections.fund.FundProjection;
import org.specialfund.ledger.projections.payee.PayeeProjection;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.project.ProjectProjection;
import org.specialfund.ledger.projections.proposal.ProposalProjection;
import org.specialfund.ledger.projections.reconciliation.ReconciliationProjection;
import org.specialfund.ledger.projections.refusal.RefusalProjection;
import org.specialfund.ledger.projections.supervision.SupervisionProjection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** An event that a projection does not want would have changed nothing: taking it asks no database. */
class UnwantedEventsTest {

    private static final JdbcTemplate NO_DATABASE = new JdbcTemplate(new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("the database was asked");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    });

    /** All but the history, which wants every event. */
    private static final List<Function<JdbcTemplate, Projection>> CHOOSY = List.of(
            AllocationProjection::new,
            AuditProjection::new,
            BalanceProjection::new,
            DisbursementProjection::new,
            FundProjection::new,
            PayeeProjection::new,
            ProjectProjection::new,
            ProposalProjection::new,
            ReconciliationProjection::new,
            RefusalProjection::new,
            SupervisionProjection::new);

    @TestFactory
    Stream<DynamicTest> an_unwanted_event_asks_no_database() {
        return CHOOSY.stream()
                .map(make -> make.apply(NO_DATABASE))
                .map(projection -> DynamicTest.dynamicTest(projection.name(), () -> {
                    List<Class<? extends LedgerEvent>> unwanted = LedgerCore.events().stream()
                            .filter(event -> !projection.wants(event))
                            .toList();
                    assertThat(unwanted)
                            .isNotEmpty()
                            .hasSizeLessThan(LedgerCore.events().size());
                    for (Class<? extends LedgerEvent> event : unwanted) {
                        assertThatCode(() -> projection.apply(projection.name(), List.of(recorded(event))))
                                .as(event.getSimpleName())
                                .doesNotThrowAnyException();
                    }
                }));
    }

    @Test
    void a_wanted_event_asks_it() {
        Projection funds = new FundProjection(NO_DATABASE);
        Class<? extends LedgerEvent> wanted =
                LedgerCore.events().stream().filter(funds::wants).findFirst().orElseThrow();

        assertThatThrownBy(() -> funds.apply(funds.name(), List.of(recorded(wanted))))
                .hasStackTraceContaining("the database was asked");
    }

    private static RecordedEvent recorded(Class<? extends LedgerEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        return new RecordedEvent(
                0, Instant.EPOCH, "e", "s", 0, type.value(), type.revision(), Samples.of(event, true), Map.of());
    }
}
