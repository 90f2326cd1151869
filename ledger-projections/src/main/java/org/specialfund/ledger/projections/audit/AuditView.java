package org.specialfund.ledger.projections.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audit.
 *
 * @param state {@code planned}, {@code noticed}, {@code in-fieldwork}, {@code reported} or {@code closed}
 * @param timeZone tells its "today"
 * @param earliest the first day on which fieldwork may start; null before the notice
 * @param shortNotice why a leader allowed less; null where none did
 * @param samples without their items, in the order of drawing; none in lists
 * @param evidence in the order of attaching; none in lists
 */
public record AuditView(
        String auditNo,
        long position,
        String title,
        String kind,
        List<String> fundCodes,
        List<Integer> years,
        List<String> team,
        String currency,
        String timeZone,
        String state,
        @Nullable LocalDate servedOn,
        @Nullable Integer noticeDays,
        @Nullable String dayKind,
        @Nullable LocalDate earliest,
        @Nullable String shortNotice,
        @Nullable LocalDate fieldworkOn,
        @Nullable LocalDate reportedOn,
        @Nullable String report,
        @Nullable LocalDate closedOn,
        List<Sample> samples,
        List<Evidence> evidence) {

    /** Copies the lists. */
    public AuditView {
        fundCodes = List.copyOf(fundCodes);
        years = List.copyOf(years);
        team = List.copyOf(team);
        samples = List.copyOf(samples);
        evidence = List.copyOf(evidence);
    }

    /**
     * A sample: what is needed to draw it again, and what was drawn.
     *
     * @param cutOff position up to which payments are in the population
     * @param items in the order of drawing; none in an audit
     */
    public record Sample(
            String auditNo,
            String sampleId,
            long position,
            String drawnBy,
            Instant drawnAt,
            String method,
            String seed,
            int size,
            int negatives,
            long cutOff,
            String populationSha256,
            int populationSize,
            BigDecimal populationSum,
            String currency,
            List<Item> items) {

        /** Copies the list. */
        public Sample {
            items = List.copyOf(items);
        }
    }

    /** An item of a sample. */
    public record Item(
            String reference, String allocationNo, String payee, String kind, BigDecimal amount, String stratum) {}

    /** A document: its bytes are kept elsewhere. */
    public record Evidence(
            String evidenceId,
            long position,
            @Nullable String findingId,
            String name,
            String mediaType,
            long size,
            String sha256,
            String attachedBy,
            Instant attachedAt) {}
}
