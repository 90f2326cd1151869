package org.specialfund.ledger.core.decision;

import java.util.List;

/** Decides one kind of command. Stateless. */
public interface Handler<C extends LedgerCommand> {

    /** The kind of command. */
    Class<C> command();

    /** Names every gate and aggregate that {@link #decide} will touch. */
    void needs(C command, Lookup lookup, Needs needs);

    /**
     * Decides. Guards throw a refusal; a step holds the refusal of its aggregate. The earliest stage wins; where nobody
     * refuses, the events of all steps are recorded in the order of the steps.
     */
    List<Step> decide(C command, Work work);

    /** A handler made of two functions. */
    static <C extends LedgerCommand> Handler<C> of(Class<C> command, NeedsOf<C> needs, DecisionOf<C> decision) {
        return new Handler<>() {
            @Override
            public Class<C> command() {
                return command;
            }

            @Override
            public void needs(C c, Lookup lookup, Needs n) {
                needs.name(c, lookup, n);
            }

            @Override
            public List<Step> decide(C c, Work work) {
                return decision.decide(c, work);
            }
        };
    }

    /** Names what a command needs. */
    @FunctionalInterface
    interface NeedsOf<C> {
        /** Names what a command needs. */
        void name(C command, Lookup lookup, Needs needs);
    }

    /** Decides a command. */
    @FunctionalInterface
    interface DecisionOf<C> {
        /** Decides a command. */
        List<Step> decide(C command, Work work);
    }
}
