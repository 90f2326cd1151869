package org.specialfund.ledger.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.projections.Moved;

/** On Axon's store in memory, which numbers events as Axon Server does. */
class AxonEventSourceTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final AxonEventSource source = new AxonEventSource(store);

    @AfterEach
    void close() {
        store.shutDown();
    }

    @Test
    void eventsComeInOrderFromTheFirstOrFromThereOn() throws InterruptedException {
        assertThat(source.head()).isEqualTo(Progress.BEFORE_ALL);
        publish("a", moved("1.00"));
        publish("b", moved("2.00"));
        publish("c", moved("3.00"));

        try (EventSource.Reader reader = source.open(Progress.none())) {
            List<RecordedEvent> first = reader.next(2, SHORT);
            assertThat(first).extracting(RecordedEvent::position).containsExactly(0L, 1L);
            RecordedEvent event = first.get(0);
            assertThat(event.stream()).isEqualTo("a");
            assertThat(event.type()).isEqualTo("test.moved");
            assertThat(event.metadata("actor")).isEqualTo("p-1");
            assertThat(((Moved) event.event()).amount()).isEqualTo(new BigDecimal("1.00"));
            assertThat(reader.next(2, SHORT)).extracting(RecordedEvent::stream).containsExactly("c");
            assertThat(reader.next(2, Duration.ofMillis(20))).isEmpty();
        }
        Progress afterSecond = new Progress(1, Collections.emptyNavigableMap());
        try (EventSource.Reader reader = source.open(afterSecond)) {
            assertThat(reader.next(9, SHORT))
                    .extracting(RecordedEvent::position)
                    .containsExactly(2L);
        }
        assertThat(source.head()).isEqualTo(2);
    }

    @Test
    void anEventThatIsNotOursComesAfterThoseBeforeItAsAnError() throws InterruptedException {
        publish("a", moved("1.00"));
        publish("b", "not an event of the ledger");
        publish("c", moved("3.00"));

        try (EventSource.Reader reader = source.open(Progress.none())) {
            assertThat(reader.next(9, SHORT))
                    .extracting(RecordedEvent::position)
                    .containsExactly(0L);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> reader.next(9, SHORT))
                        .isInstanceOf(CulpritException.class)
                        .hasMessageContaining("position 1");
            }
        }
    }

    private void publish(String stream, Object payload) {
        store.publish(
                new GenericDomainEventMessage<>("test", stream, 0, payload, new TreeMap<>(Map.of("actor", "p-1"))));
    }

    private static Moved moved(String amount) {
        return Moved.of(
                Account.of(AccountKind.APPROPRIATED, "F1", 2025),
                Account.of(AccountKind.UNALLOCATED, "F1", 2025),
                amount,
                LocalDate.of(2025, 1, 1));
    }
}
