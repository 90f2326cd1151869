package org.specialfund.ledger.api.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/**
 * One event as it is stored, by the newest revision. What an event does not carry is null.
 *
 * @param entry names it for ever: {@code stream@sequence}
 * @param reverses the entry that it reverses; the stream of the payment, where a payment is reversed whole
 * @param role in which {@code actor} acted
 * @param people by what they did, opaque ids: {@code actor}, {@code proposedBy}, {@code confirmedBy}, and whom the event
 *     itself names ({@code requestedBy}, {@code reviewedBy}, {@code approvedBy} …)
 * @param rulesVersion of the fund's rules that the decision rests on
 * @param causationId the proposal or import that caused it
 * @param facts all that the event holds
 * @param postings by the posting rules; empty where it moves nothing or its partner posts
 */
public record EventView(
        long position,
        String entry,
        String eventId,
        Instant recordedAt,
        String type,
        @Nullable LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256,
        @Nullable String reason,
        @Nullable String reverses,
        @Nullable String role,
        Map<String, String> people,
        @Nullable Integer rulesVersion,
        @Nullable String commandId,
        @Nullable String correlationId,
        @Nullable String causationId,
        Map<String, Object> facts,
        List<Leg> postings) {

    /** What an account got; negative where it gave. */
    public record Leg(String account, BigDecimal amount) {}

    static EventView of(RecordedEvent recorded) {
        LedgerEvent event = recorded.event();
        Map<String, Object> facts = EventFields.all(event);
        String rulesVersion = recorded.metadata("rulesVersion");
        return new EventView(
                recorded.position(),
                recorded.stream() + "@" + recorded.sequence(),
                recorded.eventId(),
                recorded.recordedAt(),
                recorded.type(),
                EventFields.value(event, "effectiveDate", LocalDate.class),
                EventFields.text(event, "documentRef"),
                EventFields.text(event, "documentSha256"),
                EventFields.text(event, "reason"),
                reverses(event),
                recorded.metadata("role"),
                people(recorded, facts),
                rulesVersion == null ? null : Integer.valueOf(rulesVersion),
                recorded.metadata("commandId"),
                recorded.metadata("correlationId"),
                recorded.metadata("causationId"),
                facts,
                event.postings().stream()
                        .map(posting -> new Leg(posting.account().name(), posting.amount()))
                        .toList());
    }

    private static Map<String, String> people(RecordedEvent recorded, Map<String, Object> facts) {
        Map<String, String> people = new LinkedHashMap<>();
        for (String name : List.of("actor", "proposedBy", "confirmedBy")) {
            String person = recorded.metadata(name);
            if (person != null) {
                people.put(name, person);
            }
        }
        facts.forEach((name, value) -> {
            if (name.endsWith("By") && value instanceof String person) {
                people.put(name, person);
            }
        });
        return people;
    }

    /** An allocation's part of a reversed payment names no entry: the payment says which. */
    private static @Nullable String reverses(LedgerEvent event) {
        String entry = EventFields.text(event, "entry");
        String cause = EventFields.text(event, "cause");
        String reference = EventFields.text(event, "reference");
        if (entry == null && reference != null && ("reversed".equals(cause) || "corrected".equals(cause))) {
            return "disbursement:" + reference.toLowerCase(Locale.ROOT);
        }
        return entry;
    }
}
