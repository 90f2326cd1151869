package org.specialfund.ledger.projections.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/**
 * One event. What an event does not carry is null.
 *
 * @param stream and {@code sequence} name it for ever
 * @param type {@code allocation.issued}
 * @param reference of a disbursement
 * @param actor who acted, an opaque id; {@code role} in what role
 * @param rulesVersion of the fund's rules that the decision rests on
 * @param causationId the proposal or import that caused it
 * @param postings empty where the event moves nothing or its partner posts
 */
public record HistoryEntry(
        long position,
        String eventId,
        Instant recordedAt,
        String stream,
        long sequence,
        String type,
        String revision,
        @Nullable LocalDate effectiveDate,
        @Nullable String fundCode,
        @Nullable Integer year,
        @Nullable String allocationNo,
        @Nullable String reference,
        @Nullable String payee,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String documentRef,
        @Nullable String reason,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String proposedBy,
        @Nullable String confirmedBy,
        @Nullable Integer rulesVersion,
        @Nullable String commandId,
        @Nullable String correlationId,
        @Nullable String causationId,
        List<Leg> postings) {

    /** Copies the postings. */
    public HistoryEntry {
        postings = List.copyOf(postings);
    }

    /**
     * Of an event.
     *
     * @param fundCode and {@code year}: to which it belongs; null for one of none
     */
    static HistoryEntry of(RecordedEvent recorded, @Nullable String fundCode, @Nullable Integer year) {
        LedgerEvent event = recorded.event();
        String rulesVersion = recorded.metadata("rulesVersion");
        return new HistoryEntry(
                recorded.position(),
                recorded.eventId(),
                recorded.recordedAt(),
                recorded.stream(),
                recorded.sequence(),
                recorded.type(),
                recorded.revision(),
                EventFields.value(event, "effectiveDate", LocalDate.class),
                fundCode,
                year,
                EventFields.text(event, "allocationNo"),
                EventFields.text(event, "reference"),
                EventFields.text(event, "payee"),
                EventFields.value(event, "amount", BigDecimal.class),
                EventFields.text(event, "currency"),
                EventFields.text(event, "documentRef"),
                EventFields.text(event, "reason"),
                recorded.metadata("actor"),
                recorded.metadata("role"),
                recorded.metadata("proposedBy"),
                recorded.metadata("confirmedBy"),
                rulesVersion == null ? null : Integer.valueOf(rulesVersion),
                recorded.metadata("commandId"),
                recorded.metadata("correlationId"),
                recorded.metadata("causationId"),
                event.postings().stream()
                        .map(posting -> new Leg(posting.account().name(), posting.amount()))
                        .toList());
    }

    /** The same event, of whose postings only those of such accounts are shown. */
    public HistoryEntry withPostingsOf(Predicate<String> seen) {
        return new HistoryEntry(
                position,
                eventId,
                recordedAt,
                stream,
                sequence,
                type,
                revision,
                effectiveDate,
                fundCode,
                year,
                allocationNo,
                reference,
                payee,
                amount,
                currency,
                documentRef,
                reason,
                actor,
                role,
                proposedBy,
                confirmedBy,
                rulesVersion,
                commandId,
                correlationId,
                causationId,
                postings.stream().filter(leg -> seen.test(leg.account())).toList());
    }

    /** One leg of the event's entry: the account's name and what it got, negative where it gave. */
    public record Leg(String account, BigDecimal amount) {}
}
