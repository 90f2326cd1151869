package org.specialfund.ledger.projections.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What events are wanted; null asks for all.
 *
 * @param eventId one event
 * @param actor who acted, proposed or confirmed
 * @param type a whole type, or with a dot at the end the beginning of one: {@code allocation.}
 * @param recordedFrom and {@code recordedUntil}: the instant itself, and before
 * @param effectiveFrom and {@code effectiveTo}: both days included
 * @param knownAt only up to that position
 */
public record HistoryQuery(
        @Nullable String eventId,
        @Nullable String fundCode,
        @Nullable Integer year,
        @Nullable String allocationNo,
        @Nullable String reference,
        @Nullable String payee,
        @Nullable String actor,
        @Nullable String type,
        @Nullable String correlationId,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedUntil,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Long knownAt) {

    /** All events. */
    public static HistoryQuery all() {
        return new HistoryQuery(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The event of that id. */
    public static HistoryQuery ofEvent(String eventId) {
        return new HistoryQuery(eventId, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The life of a fund, or of one of its years. */
    public static HistoryQuery ofFund(String fundCode, @Nullable Integer year) {
        return new HistoryQuery(null, fundCode, year, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The life of an allocation. */
    public static HistoryQuery ofAllocation(String allocationNo) {
        return new HistoryQuery(
                null, null, null, allocationNo, null, null, null, null, null, null, null, null, null, null);
    }

    /** The life of a disbursement. */
    public static HistoryQuery ofDisbursement(String reference) {
        return new HistoryQuery(
                null, null, null, null, reference, null, null, null, null, null, null, null, null, null);
    }
}
