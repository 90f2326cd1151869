package org.specialfund.ledger.projections.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project.
 *
 * @param applied amount applied for
 * @param status {@code submitted}, {@code sent-back}, {@code in-review}, {@code on-notice}, {@code approved},
 *     {@code rejected}, {@code withdrawn}, {@code accepted} or {@code evaluated}
 * @param reason why it was sent back, rejected or withdrawn; null otherwise
 * @param round of review; an upheld objection begins the next
 * @param approved what allocations may take together; null before it is approved
 * @param decidedOn day of approval or rejection
 * @param securedOn day of the security evidence
 * @param grade {@code excellent} (优), {@code good} (良), {@code fair} (中) or {@code poor} (差)
 * @param allocated what allocations took of it, over all years and funds
 * @param paid what these paid, net
 */
public record ProjectView(
        String projectNo,
        String applicant,
        String title,
        String category,
        BigDecimal applied,
        String currency,
        LocalDate submittedOn,
        @Nullable String documentRef,
        String status,
        @Nullable String reason,
        int round,
        @Nullable BigDecimal approved,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate securedOn,
        @Nullable Integer score,
        @Nullable String grade,
        @Nullable LocalDate evaluatedOn,
        BigDecimal allocated,
        BigDecimal paid) {

    /** A fund year that it asks for. */
    public record Asked(String fundCode, int year) {}

    /**
     * An expert.
     *
     * @param person opaque person id
     * @param recused why the expert does not review; null for who does
     */
    public record ExpertView(
            String person, @Nullable String unit, @Nullable String recused) {}

    /** A review of an expert. */
    public record Review(int round, String expert, int score, String opinion, LocalDate effectiveDate) {}

    /** A public notice. */
    public record Notice(int round, LocalDate firstDay, LocalDate lastDay, int workingDays, String documentRef) {}

    /**
     * An objection.
     *
     * @param raisedBy opaque person id; null where the reader is not to know
     * @param upheld null while it is open
     * @param reason of its resolution
     */
    public record Objection(
            String objectionId,
            String grounds,
            @Nullable String raisedBy,
            @Nullable String unit,
            LocalDate raisedOn,
            @Nullable Boolean upheld,
            @Nullable String reason,
            @Nullable String resolvedBy,
            @Nullable LocalDate resolvedOn) {}

    /** A milestone. */
    public record Milestone(
            String milestone,
            String title,
            LocalDate plannedOn,
            @Nullable LocalDate reachedOn) {}

    /** An allocation that takes of the approved amount. */
    public record Share(String allocationNo, String fundCode, int year, BigDecimal allocated, BigDecimal paid) {}

    /** All steps of a project, each in order. */
    public record Steps(
            List<Asked> asksFor,
            List<ExpertView> experts,
            List<Review> reviews,
            List<Notice> notices,
            List<Objection> objections,
            List<Milestone> milestones,
            List<Share> allocations) {

        /** Copies the lists. */
        public Steps {
            asksFor = List.copyOf(asksFor);
            experts = List.copyOf(experts);
            reviews = List.copyOf(reviews);
            notices = List.copyOf(notices);
            objections = List.copyOf(objections);
            milestones = List.copyOf(milestones);
            allocations = List.copyOf(allocations);
        }

        /** The same for the applicant, who is not to know who reviews, how, and who objected. */
        public Steps withoutNames() {
            List<Objection> unnamed = objections.stream()
                    .map(o -> new Objection(
                            o.objectionId(),
                            o.grounds(),
                            null,
                            null,
                            o.raisedOn(),
                            o.upheld(),
                            o.reason(),
                            null,
                            o.resolvedOn()))
                    .toList();
            return new Steps(asksFor, List.of(), List.of(), notices, unnamed, milestones, allocations);
        }
    }
}
