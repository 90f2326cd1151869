package org.specialfund.ledger.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusedException;

/** Decides items, one after the other. Every guard of an item precedes its first recorded event. Thread-safe. */
final class ItemDecider {

    private final Map<Class<?>, Handler<?>> handlers;
    private final Clock clock;

    ItemDecider(Map<Class<?>, Handler<?>> handlers, Clock clock) {
        this.handlers = handlers;
        this.clock = clock;
    }

    Needs needs(List<Item> items, Lookup lookup) {
        Needs needs = new Needs();
        items.forEach(item -> name(item.command(), lookup, needs));
        return needs;
    }

    Outcome decide(Item item, Books books) {
        ItemWork work = new ItemWork(item, books);
        List<Refusal> refusals = new ArrayList<>();
        List<Step> steps = List.of();
        collect(refusals, () -> {
            if (item.command() instanceof MovesMoney money) {
                money.checkSign();
            }
        });
        collect(refusals, () -> item.command().duty().check(item.people()));
        try {
            steps = decided(item.command(), work);
        } catch (RefusedException refused) {
            refusals.add(refused.refusal());
        }
        steps.stream().map(Step::refusal).forEach(refusal -> {
            if (refusal != null) {
                refusals.add(refusal);
            }
        });
        if (!refusals.isEmpty()) {
            Refusal first = refusals.stream()
                    .min(Comparator.comparing(refusal -> refusal.code().stage()))
                    .orElseThrow();
            return new Outcome(first, books.record(first, item));
        }
        List<EventRef> recorded = new ArrayList<>();
        for (Step step : steps) {
            for (LedgerEvent event : step.events()) {
                recorded.add(books.record(step.aggregate(), event, item, work.rulesVersion));
            }
        }
        return new Outcome(null, recorded);
    }

    private static void collect(List<Refusal> refusals, Runnable guard) {
        try {
            guard.run();
        } catch (RefusedException refused) {
            refusals.add(refused.refusal());
        }
    }

    private <C extends LedgerCommand> void name(C command, Lookup lookup, Needs needs) {
        handler(command).needs(command, lookup, needs);
    }

    private <C extends LedgerCommand> List<Step> decided(C command, Work work) {
        return handler(command).decide(command, work);
    }

    @SuppressWarnings("unchecked") // handlers are keyed by the class of their command
    private <C extends LedgerCommand> Handler<C> handler(C command) {
        Handler<?> handler = handlers.get(command.getClass());
        if (handler == null) {
            throw new IllegalArgumentException("no handler for " + command.getClass());
        }
        return (Handler<C>) handler;
    }

    private final class ItemWork implements Work {

        private final Item item;
        private final Books books;
        private @Nullable Integer rulesVersion;

        ItemWork(Item item, Books books) {
            this.item = item;
            this.books = books;
        }

        @Override
        public People people() {
            return item.people();
        }

        @Override
        public LocalDate today(String timeZone) {
            return LocalDate.ofInstant(clock.instant(), ZoneId.of(timeZone));
        }

        @Override
        public <F> @Nullable F fact(GateKey<F> gate) {
            return books.fact(gate);
        }

        @Override
        public <A> Step on(AggregateKey<A> aggregate, Function<A, List<? extends LedgerEvent>> decide) {
            try {
                return new Step(aggregate, null, List.copyOf(books.ask(aggregate, decide)));
            } catch (RefusedException refused) {
                return new Step(aggregate, refused.refusal(), List.of());
            }
        }

        @Override
        public <A, R> R ask(AggregateKey<A> aggregate, Function<A, R> question) {
            return books.ask(aggregate, question);
        }

        @Override
        public Lookup lookup() {
            return books.lookup();
        }

        @Override
        public void citing(int version) {
            rulesVersion = version;
        }
    }
}
