package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.specialfund.ledger.api.store.StoreParts;
import org.specialfund.ledger.core.Rehearsal;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.posting.Posting;

/** What every payment goes through inside the process: deciding, posting, serializing and reading again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HotPaths {

    private final Serializer serializer = StoreParts.serializer();
    private final SplittableRandom random = new SplittableRandom(5);
    private final Payments payments = new Payments(random, true);
    private final FundsSpent spent = new FundsSpent(
            Items.fund(1),
            Items.YEAR,
            Items.allocation(1),
            "P-1",
            Items.payee(1),
            null,
            new BigDecimal("0.00"),
            new BigDecimal("1409.50"),
            "CNY",
            Items.DAY,
            Items.DOCUMENT,
            null);
    private final MetaData metadata =
            MetaData.from(Items.metadata(payments.next().key()));
    private final SerializedObject<byte[]> bytes = serializer.serialize(spent, byte[].class);
    private Rehearsal rehearsal = StoreParts.rehearsal();
    private int number;

    /** A ledger with one allocation; what was decided before is forgotten, for it is kept in memory. */
    @Setup(Level.Iteration)
    public void prepare() {
        rehearsal = StoreParts.rehearsal();
        List.of(
                        Items.register(1),
                        Items.establish(1),
                        Items.open(1),
                        Items.appropriate(1, Preparation.ALLOCATED),
                        Items.issue(1, 1, 1, Preparation.ALLOCATED))
                .forEach(item -> accepted(rehearsal.decide(item)));
    }

    /** A recorded payment, as far as its events. */
    @Benchmark
    public Outcome decide() {
        Payment payment = new Payment(1, 1, 100, payments.next().key());
        return accepted(rehearsal.decide(Items.pay("P-" + number++, payment, Items.DAY)));
    }

    /** What an event moves. */
    @Benchmark
    public List<Posting> post() {
        return spent.postings();
    }

    /** The bytes of an event and of its metadata. */
    @Benchmark
    public int serialize() {
        var message = new GenericDomainEventMessage<>("allocation", "allocation:a", 1, spent, metadata);
        return message.serializePayload(serializer, byte[].class).getData().length
                + message.serializeMetaData(serializer, byte[].class).getData().length;
    }

    /** An event from its bytes. */
    @Benchmark
    public Object deserialize() {
        return serializer.deserialize(bytes);
    }

    private static Outcome accepted(Outcome outcome) {
        if (!outcome.accepted()) {
            throw new IllegalStateException("refused: " + outcome.refusal());
        }
        return outcome;
    }
}
