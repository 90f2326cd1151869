package org.specialfund.ledger.core.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** What a handler sees while it decides one command. */
public interface Work {

    /** The people who stand behind the command. */
    People people();

    /** Today in a time zone such as {@code Asia/Shanghai}. */
    LocalDate today(String timeZone);

    /** The facts of a gate that the command needs; null where it has none. */
    <F> @Nullable F fact(GateKey<F> gate);

    /**
     * Asks an aggregate that the command needs to decide: it returns the events to record, or throws its refusal.
     * Nothing is recorded before every step of the command has decided.
     */
    <A> Step on(AggregateKey<A> aggregate, Function<A, List<? extends LedgerEvent>> decide);

    /** Asks an aggregate that the command needs for something it knows. */
    <A, R> R ask(AggregateKey<A> aggregate, Function<A, R> question);

    /** Reads of events that cannot change. */
    Lookup lookup();

    /**
     * Runs a guard and notes its refusal, so that the guards after it are asked too and the earliest stage is given.
     * What is decided after a refusal is not recorded.
     */
    void check(Runnable guard);

    /** Notes the version of the fund's rules that the decision rests on: it goes into the metadata of its events. */
    void citing(int rulesVersion);
}
