package org.specialfund.ledger.api.command;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.api.store.Answer;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.api.store.CommandRefusals;
import org.specialfund.ledger.api.store.EventIndex;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The one way from HTTP to the ledger. A command that one person may give is carried out; one that needs two is kept as
 * a proposal. Whatever is refused becomes a problem, thrown. Thread-safe.
 */
@Component
public class Commands {

    /** The header of an answer that was given before, to the same key: {@code true}. */
    public static final String REPEATED_HEADER = "Idempotent-Replayed";

    private static final String PROPOSALS = "/api/v1/proposals/";

    private final CommandExecutor executor;
    private final EventIndex index;

    Commands(CommandExecutor executor, EventIndex index) {
        this.executor = executor;
        this.index = index;
    }

    /** Gives a command: 200 where it was carried out, 202 where it waits for a second person. */
    public ResponseEntity<CommandAnswer> give(LedgerCommand command, Person person, WriteRequest request) {
        return give(command, person, request, null);
    }

    /** Gives a command that makes something new: 201 with the address of that, or 202. */
    public ResponseEntity<CommandAnswer> create(
            LedgerCommand command, String address, Person person, WriteRequest request) {
        return give(command, person, request, address);
    }

    /**
     * Gives many commands in one transaction: 200 or 202 where all were accepted, 207 where some were refused.
     *
     * @param atomic whether a refusal of one refuses all; then the problem of the first refused is thrown
     */
    public ResponseEntity<BatchAnswer> giveAll(
            List<? extends LedgerCommand> commands,
            boolean atomic,
            Person person,
            WriteRequest request,
            Locale language) {
        List<Item> items = IntStream.range(0, commands.size())
                .mapToObj(place -> item(commands.get(place), person, request, request.commandId() + "/" + place))
                .toList();
        List<Answer> answers = executor.execute(items, atomic);
        if (atomic) {
            throwFirstRefusal(answers);
        }
        Map<EventRef, String> types = types(answers);
        List<BatchAnswer.Item> done = new ArrayList<>();
        for (int place = 0; place < answers.size(); place++) {
            done.add(done(items.get(place).command(), answers.get(place), types, language));
        }
        long position = answers.stream().mapToLong(Answer::position).max().orElse(0);
        return ResponseEntity.status(statusOf(done))
                .header(LedgerPosition.HEADER, Long.toString(position))
                .body(new BatchAnswer(position, done));
    }

    private ResponseEntity<CommandAnswer> give(
            LedgerCommand command, Person person, WriteRequest request, @Nullable String address) {
        Item item = item(command, person, request, request.commandId());
        Answer answer = executor.execute(item);
        Refusal refusal = answer.outcome().refusal();
        if (refusal != null) {
            throw new ProblemException(Problem.of(refusal));
        }
        CommandAnswer body = body(item.command(), answer, types(List.of(answer)));
        String location = body.proposalId() == null ? address : PROPOSALS + body.proposalId();
        ResponseEntity.BodyBuilder response = ResponseEntity.status(statusOf(body, address));
        if (location != null) {
            response.location(URI.create(location));
        }
        if (answer.repeated()) {
            response.header(REPEATED_HEADER, "true");
        }
        return response.header(LedgerPosition.HEADER, Long.toString(answer.position()))
                .body(body);
    }

    private static Item item(LedgerCommand command, Person person, WriteRequest request, String commandId) {
        return new Item(
                command.duty().needsTwo() ? new ProposeCommand(proposalId(commandId), command) : command,
                People.alone(person),
                commandId,
                request.requestHash(),
                request.correlationId(),
                null,
                null);
    }

    /** Follows from the command's id, so that a repeated request is answered with the same proposal. */
    private static String proposalId(String commandId) {
        return UUID.nameUUIDFromBytes(commandId.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Those of answers that were given before are looked up. */
    private Map<EventRef, String> types(List<Answer> answers) {
        Map<EventRef, String> types = new HashMap<>();
        answers.forEach(answer -> types.putAll(answer.types()));
        types.putAll(index.types(answers.stream()
                .flatMap(answer -> answer.outcome().events().stream())
                .filter(event -> !types.containsKey(event))
                .toList()));
        return types;
    }

    private static CommandAnswer body(LedgerCommand command, Answer answer, Map<EventRef, String> types) {
        List<CommandAnswer.Recorded> events = answer.outcome().events().stream()
                .map(event -> new CommandAnswer.Recorded(
                        event.toString(), Objects.requireNonNull(types.get(event), "an event without a type")))
                .toList();
        return command instanceof ProposeCommand proposed
                ? new CommandAnswer(answer.position(), events, proposed.proposalId(), nameOf(proposed.command()))
                : new CommandAnswer(answer.position(), events, null, null);
    }

    private static BatchAnswer.Item done(
            LedgerCommand command, Answer answer, Map<EventRef, String> types, Locale language) {
        Refusal refusal = answer.outcome().refusal();
        if (refusal == null) {
            CommandAnswer body = body(command, answer, types);
            return new BatchAnswer.Item(statusOf(body, null).value(), body, null);
        }
        Problem problem = Problem.of(refusal);
        return new BatchAnswer.Item(
                problem.status(),
                null,
                new BatchAnswer.Refused(problem.code(), problem.detail(language), problem.figures()));
    }

    private static HttpStatus statusOf(CommandAnswer body, @Nullable String address) {
        if (body.proposalId() != null) {
            return HttpStatus.ACCEPTED;
        }
        return address == null ? HttpStatus.OK : HttpStatus.CREATED;
    }

    private static HttpStatus statusOf(List<BatchAnswer.Item> items) {
        if (items.stream().anyMatch(item -> item.refusal() != null)) {
            return HttpStatus.MULTI_STATUS;
        }
        boolean waits = items.stream().anyMatch(item -> item.status() == HttpStatus.ACCEPTED.value());
        return waits ? HttpStatus.ACCEPTED : HttpStatus.OK;
    }

    private static void throwFirstRefusal(List<Answer> answers) {
        Map<Integer, Refusal> refused = IntStream.range(0, answers.size())
                .boxed()
                .filter(place -> isCause(answers.get(place).outcome().refusal()))
                .collect(Collectors.toMap(
                        place -> place,
                        place -> Objects.requireNonNull(
                                answers.get(place).outcome().refusal())));
        refused.keySet().stream().sorted().findFirst().ifPresent(first -> {
            throw new ProblemException(Problem.of(Objects.requireNonNull(refused.get(first)))
                    .with("item", first)
                    .with(
                            "refusedItems",
                            refused.keySet().stream()
                                    .sorted()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))));
        });
    }

    private static boolean isCause(@Nullable Refusal refusal) {
        return refusal != null && refusal.code() != CommandRefusals.BATCH_REFUSED;
    }

    private static String nameOf(LedgerCommand command) {
        return Objects.requireNonNull(
                        command.getClass().getAnnotation(EventType.class), "a command without a stored name")
                .value();
    }
}
