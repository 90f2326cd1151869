package org.specialfund.ledger.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.CommandCodec;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.proposal.Proposal;
import org.specialfund.ledger.core.proposal.ProposalRefusals;
import org.specialfund.ledger.core.proposal.Proposals;
import org.specialfund.ledger.core.proposal.command.ConfirmProposal;
import org.specialfund.ledger.core.proposal.command.DeclineProposal;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusedException;
import org.specialfund.ledger.core.shared.Role;

/** Decides items, one after the other. Every guard of an item precedes its first recorded event. Thread-safe. */
final class ItemDecider {

    private final Map<Class<?>, Handler<?>> handlers;
    private final Clock clock;
    private final CommandCodec codec;

    ItemDecider(Map<Class<?>, Handler<?>> handlers, Clock clock, CommandCodec codec) {
        this.handlers = handlers;
        this.clock = clock;
        this.codec = codec;
    }

    Needs needs(List<Item> items, Lookup lookup) {
        Needs needs = new Needs(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (Item item : items) {
            if (item.command() instanceof ProposeCommand c) {
                needs.decides(Proposal.key(c.proposalId()));
                name(c.command(), lookup, needs);
            } else {
                if (item.command() instanceof ConfirmProposal c) {
                    Proposals.effect(item, c.proposalId(), lookup, codec)
                            .ifPresent(effect -> name(effect.command(), lookup, needs));
                }
                name(item.command(), lookup, needs);
            }
        }
        return needs;
    }

    /** Decides an item and records its events, or its refusal. */
    Outcome decide(Item item, Books books) {
        if (item.command() instanceof ProposeCommand c) {
            return propose(item, c, books);
        }
        if (item.command() instanceof ConfirmProposal c) {
            Item effect = Proposals.effect(item, c.proposalId(), books.lookup(), codec)
                    .orElse(item);
            return effect == item ? settle(item, books, item) : settle(effect, books, item);
        }
        return settle(item, books, item);
    }

    /** Keeps a command that waits, unless the ledger would refuse it now. */
    private Outcome propose(Item item, ProposeCommand c, Books books) {
        List<Refusal> refusals = new ArrayList<>();
        ItemWork work = new ItemWork(item, books, refusals);
        LedgerCommand proposed = c.command();
        collect(refusals, () -> proposed.duty().checkProposer(item.people().actor()));
        collect(
                refusals,
                () -> Guard.that(proposed.duty().needsTwo(), () -> Refusal.of(ProposalRefusals.NEEDS_NO_SECOND_PERSON)
                        .with("command", codec.encode(proposed).name())));
        List<Step> steps = new ArrayList<>(decided(proposed, work, refusals));
        steps.stream().map(Step::refusal).filter(Objects::nonNull).forEach(refusals::add);
        if (!proposed.duty().second().contains(Role.APPROVER)) {
            SignedMonths.check(steps, books, refusals);
        }
        Step kept = work.on(
                Proposal.key(c.proposalId()),
                proposal -> proposal.propose(
                        c.proposalId(), codec.encode(proposed), item.people().actor()));
        return record(item, books, refusals, List.of(kept), null);
    }

    /** Decides a command; where a proposal's confirmation caused it, that too. */
    private Outcome settle(Item item, Books books, Item asked) {
        List<Refusal> refusals = new ArrayList<>();
        ItemWork work = new ItemWork(item, books, refusals);
        if (item.command() instanceof DeclineProposal c) {
            // Only who could confirm the proposal's command may decline it.
            Proposals.effect(item, c.proposalId(), books.lookup(), codec)
                    .ifPresent(effect -> collect(refusals, () -> effect.command()
                            .duty()
                            .checkConfirmer(item.people().actor())));
        }
        List<Step> confirmed = asked == item ? List.of() : decided(asked.command(), work, refusals);
        if (!refusals.isEmpty() || confirmed.stream().anyMatch(step -> step.refusal() != null)) {
            // What is not open to this person is not carried out: whether it could be is beside the point.
            return record(item, books, refusals, confirmed, null);
        }
        collect(refusals, () -> item.command().duty().check(item.people()));
        List<Step> steps = new ArrayList<>(decided(item.command(), work, refusals));
        if (!item.people().actor().roles().contains(Role.APPROVER)) {
            SignedMonths.check(steps, books, refusals);
        }
        steps.addAll(confirmed);
        return record(item, books, refusals, steps, work.rulesVersion);
    }

    private Outcome record(
            Item item, Books books, List<Refusal> refusals, List<Step> steps, @Nullable Integer rulesVersion) {
        steps.stream().map(Step::refusal).filter(Objects::nonNull).forEach(refusals::add);
        if (!refusals.isEmpty()) {
            Refusal first = refusals.stream()
                    .min(Comparator.comparing(refusal -> refusal.code().stage()))
                    .orElseThrow();
            return new Outcome(first, books.record(first, item));
        }
        List<EventRef> recorded = new ArrayList<>();
        for (Step step : steps) {
            for (LedgerEvent event : step.events()) {
                recorded.add(books.record(step.aggregate(), event, item, rulesVersion));
            }
        }
        return new Outcome(null, recorded);
    }

    private <C extends LedgerCommand> List<Step> decided(C command, Work work, List<Refusal> refusals) {
        collect(refusals, command::checkSign);
        try {
            return handler(command).decide(command, work);
        } catch (RefusedException refused) {
            refusals.add(refused.refusal());
            return List.of();
        }
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
        private final List<Refusal> refusals;
        private @Nullable Integer rulesVersion;

        ItemWork(Item item, Books books, List<Refusal> refusals) {
            this.item = item;
            this.books = books;
            this.refusals = refusals;
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
        public void check(Runnable guard) {
            collect(refusals, guard);
        }

        @Override
        public void citing(int version) {
            rulesVersion = version;
        }
    }
}
