package org.specialfund.ledger.api.reversal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.api.store.EventIndex;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.reversal.ReversalRefusals;
import org.specialfund.ledger.core.reversal.command.ReverseEntry;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reverses entries. */
@RestController
@RequestMapping("/api/v1/reversals")
@Tag(name = "reversals")
class ReversalCommandsController {

    /** An entry, named in exactly one of three ways: as {@code stream@sequence}, by its position, by its event's id. */
    record Reversal(
            @Nullable String entry,
            @Nullable Long position,
            @Nullable UUID eventId,
            String reason,
            String documentRef,
            @Nullable String documentSha256) {}

    private final Commands commands;
    private final EventIndex index;

    ReversalCommandsController(Commands commands, EventIndex index) {
        this.commands = commands;
        this.index = index;
    }

    @PostMapping
    @Operation(
            summary = "Propose to reverse an entry, whole; clerk, then approver",
            description =
                    "Give one of entry, position and eventId. A return, recovery or report of spending is named by its "
                            + "disbursement's event. Payments are reversed by /disbursements/{reference}/reverse.")
    ResponseEntity<CommandAnswer> reverse(@RequestBody Reversal body, Person person, WriteRequest request) {
        return commands.give(
                new ReverseEntry(entry(body), body.reason(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    private String entry(Reversal body) {
        long given = Stream.of(body.entry(), body.position(), body.eventId())
                .filter(Objects::nonNull)
                .count();
        new Form().that(given == 1, "entry", "one-of-three").check();
        if (body.entry() != null) {
            return body.entry();
        }
        return body.position() != null
                ? found(index.at(body.position()), body.position())
                : byId(Objects.requireNonNull(body.eventId()));
    }

    private String byId(UUID eventId) {
        return found(index.withId(eventId), eventId);
    }

    private static String found(Optional<EventRef> entry, Object asked) {
        return entry.orElseThrow(() -> Refusal.of(ReversalRefusals.UNKNOWN_ENTRY)
                        .with("entry", asked)
                        .asException())
                .toString();
    }
}
