package org.specialfund.ledger.api.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.AtomicBatchRefusedException;
import org.specialfund.ledger.core.Batch;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;

/**
 * Stands around the handler of a batch: takes out the items that were accepted before or are being decided elsewhere,
 * and notes those that are accepted now, in the same transaction as their events. The handler's outcomes become a list
 * of answers, complete once the unit of work has prepared its commit.
 */
final class OnceOnly implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final CommandLog log;

    OnceOnly(CommandLog log) {
        this.log = log;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (!(unitOfWork.getMessage().getPayload() instanceof Batch batch)) {
            return chain.proceed();
        }
        Sheet sheet = new Sheet(batch);
        sheet.fill(log.enter(batch.items().stream().map(Item::commandId).toList()));
        if (sheet.mustStop() || sheet.open.isEmpty()) {
            return sheet.answers();
        }
        if (sheet.open.size() < batch.items().size()) {
            replace(unitOfWork, new Batch(sheet.openItems(), batch.atomic()));
        }
        try {
            @SuppressWarnings("unchecked") // what the handler of a batch returns
            List<Outcome> outcomes = (List<Outcome>) chain.proceed();
            CommandLog.writeWithEvents(unitOfWork, sheet.accepted(outcomes));
            // The events were published before this line, so that they are appended before this runs.
            unitOfWork.onPrepareCommit(u -> {
                log.writeRest(u);
                sheet.complete(outcomes, PostgresEvents.appendedIn(u));
            });
            return sheet.answers();
        } catch (AtomicBatchRefusedException e) {
            throw new RefusedTogether(batch.items(), sheet.refused(e.outcomes()));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // only the payload changes
    private static void replace(UnitOfWork<? extends CommandMessage<?>> unitOfWork, Batch batch) {
        ((UnitOfWork) unitOfWork).transformMessage(message -> {
            CommandMessage<?> command = (CommandMessage<?>) message;
            return new GenericCommandMessage<>(
                    new GenericMessage<>(command.getIdentifier(), batch, command.getMetaData()),
                    command.getCommandName());
        });
    }

    /** An atomic batch was refused: carries the answers out of the unit of work that is rolled back. */
    @SuppressWarnings("serial") // never serialized
    static final class RefusedTogether extends RuntimeException {

        final List<Item> items;
        final List<Answer> answers;

        RefusedTogether(List<Item> items, List<Answer> answers) {
            super("atomic batch refused", null, false, false);
            this.items = items;
            this.answers = answers;
        }
    }

    /** The answers to a batch while they come in. Of one thread. */
    private static final class Sheet {

        private final Batch batch;
        private final @Nullable Answer[] answers;
        /** Places of the items to be decided. */
        private final List<Integer> open = new ArrayList<>();
        /** Places of items that repeat an earlier one of the same batch, and the place of that one. */
        private final Map<Integer, Integer> sameAs = new HashMap<>();

        Sheet(Batch batch) {
            this.batch = batch;
            this.answers = new Answer[batch.items().size()];
        }

        void fill(Map<String, CommandLog.Known> known) {
            Map<String, Integer> first = new HashMap<>();
            for (int place = 0; place < answers.length; place++) {
                Item item = batch.items().get(place);
                Integer earlier = first.putIfAbsent(item.commandId(), place);
                if (earlier == null) {
                    answers[place] = known(item, known.get(item.commandId()));
                    if (answers[place] == null) {
                        open.add(place);
                    }
                } else if (Objects.equals(batch.items().get(earlier).requestHash(), item.requestHash())) {
                    sameAs.put(place, earlier);
                    answers[place] = answers[earlier];
                } else {
                    answers[place] = refusal(CommandRefusals.IDEMPOTENCY_CONFLICT, item);
                }
            }
        }

        /** Whether the batch is atomic and an item cannot be decided; then the others are told so. */
        boolean mustStop() {
            boolean stops = batch.atomic()
                    && Arrays.stream(answers)
                            .anyMatch(answer ->
                                    answer != null && !answer.outcome().accepted());
            if (stops) {
                open.forEach(place -> answers[place] =
                        refusal(CommandRefusals.BATCH_REFUSED, batch.items().get(place)));
                sameAs.forEach((place, earlier) -> answers[place] = answers[earlier]);
            }
            return stops;
        }

        List<Item> openItems() {
            return open.stream().map(batch.items()::get).toList();
        }

        /** What is to be noted. */
        List<CommandLog.Accepted> accepted(List<Outcome> outcomes) {
            List<CommandLog.Accepted> accepted = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i).accepted()) {
                    Item item = batch.items().get(open.get(i));
                    accepted.add(new CommandLog.Accepted(
                            item.commandId(),
                            item.requestHash(),
                            outcomes.get(i).events()));
                }
            }
            return accepted;
        }

        /** Completes the answers. */
        void complete(List<Outcome> outcomes, Map<EventRef, PostgresEvents.Appended> appended) {
            for (int i = 0; i < outcomes.size(); i++) {
                answers[open.get(i)] = answer(outcomes.get(i), appended);
            }
            sameAs.forEach((place, earlier) -> answers[place] = repeated(answers[earlier]));
        }

        /** The answers where the batch is refused as a whole. */
        List<Answer> refused(List<Outcome> outcomes) {
            for (int i = 0; i < outcomes.size(); i++) {
                Item item = batch.items().get(open.get(i));
                answers[open.get(i)] = outcomes.get(i).accepted()
                        ? refusal(CommandRefusals.BATCH_REFUSED, item)
                        : new Answer(new Outcome(outcomes.get(i).refusal(), List.of()), 0, false);
            }
            sameAs.forEach((place, earlier) -> answers[place] = repeated(answers[earlier]));
            return answers();
        }

        /** A view: complete when the unit of work has prepared its commit. */
        @SuppressWarnings("NullAway") // complete by then
        List<Answer> answers() {
            return Arrays.asList(answers);
        }

        private static @Nullable Answer known(Item item, CommandLog.@Nullable Known known) {
            if (known == null) {
                throw new IllegalStateException("the command " + item.commandId() + " was not looked up");
            }
            CommandLog.Entry entry = known.entry();
            if (entry != null) {
                return Objects.equals(entry.requestHash(), item.requestHash())
                        ? new Answer(new Outcome(null, entry.events()), entry.position(), true)
                        : refusal(CommandRefusals.IDEMPOTENCY_CONFLICT, item);
            }
            return known.free() ? null : refusal(CommandRefusals.IN_FLIGHT, item);
        }

        private static @Nullable Answer repeated(@Nullable Answer first) {
            return first == null
                    ? null
                    : new Answer(
                            first.outcome(), first.position(), first.outcome().accepted());
        }

        private static Answer refusal(RefusalCode code, Item item) {
            Refusal refusal = Refusal.of(code).with("commandId", item.commandId());
            return new Answer(new Outcome(refusal, List.of()), 0, false);
        }

        private static Answer answer(Outcome outcome, Map<EventRef, PostgresEvents.Appended> appended) {
            long greatest = 0;
            Map<EventRef, String> types = new HashMap<>();
            for (EventRef event : outcome.events()) {
                PostgresEvents.Appended one = appended.get(event);
                if (one == null) {
                    throw new IllegalStateException(event + " was not appended");
                }
                greatest = Math.max(greatest, one.position());
                types.put(event, one.type());
            }
            return new Answer(outcome, greatest, false, types);
        }
    }
}
