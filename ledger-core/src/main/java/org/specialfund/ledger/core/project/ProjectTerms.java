package org.specialfund.ledger.core.project;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.fund.FundRules;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.project.event.FundYearAsked;
import org.specialfund.ledger.core.project.event.ProjectSubmitted;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What a step of a project rests on: the funds it asks, each once; what the most demanding says counts. */
record ProjectTerms(ProjectOrigin origin, List<FundFacts> funds) {

    /** Names the project, and the gates of its funds and of its applicant. */
    static void name(String projectNo, Lookup lookup, Needs needs) {
        needs.decides(Project.key(projectNo));
        // An earlier item of the batch may begin it, or be refused because it is there: then that one counts.
        ProjectOrigin begun = needs.origin(Project.key(projectNo), ProjectOrigin.class);
        if (begun != null) {
            name(begun, needs);
        }
        lookup.first(Project.key(projectNo))
                .map(event -> (ProjectSubmitted) event)
                .ifPresent(e -> name(new ProjectOrigin(e.projectNo(), e.applicant(), e.asksFor()), needs));
    }

    static void name(ProjectOrigin origin, Needs needs) {
        needs.reads(PayeeFacts.GATE.key(origin.applicant()));
        origin.asksFor().forEach(asked -> needs.reads(FundFacts.GATE.key(asked.fundCode())));
    }

    /** The terms of a step; refuses an unknown project, and one whose number differs by case. */
    static ProjectTerms of(Work work, String projectNo) {
        ProjectOrigin origin = work.ask(Project.key(projectNo), Project::origin).orElse(null);
        if (origin == null || !origin.projectNo().equals(projectNo)) {
            throw Project.unknown(projectNo).asException();
        }
        return of(work, origin);
    }

    static ProjectTerms of(Work work, ProjectOrigin origin) {
        List<FundFacts> funds = origin.asksFor().stream()
                .map(FundYearAsked::fundCode)
                .distinct()
                .map(fund -> FundFacts.of(work, fund))
                .toList();
        work.citing(funds.get(0).rulesOn(today(work, funds)).version());
        return new ProjectTerms(origin, funds);
    }

    /** Refuses a day after today in the zone of the first fund. */
    void checkNotInFuture(LocalDate day, Work work) {
        LocalDate today = today(work, funds);
        Guard.that(!day.isAfter(today), () -> Refusal.of(CommonRefusals.DATE_IN_FUTURE)
                .with("effectiveDate", day)
                .with("today", today));
    }

    /** Refuses a project that would mix an entrusted fund's money with that of any other. */
    void checkEntrustedAlone() {
        List<String> entrusted = funds.stream()
                .filter(FundFacts::isEntrusted)
                .map(FundFacts::fundCode)
                .toList();
        Guard.that(funds.size() == 1 || entrusted.isEmpty(), () -> Refusal.of(ProjectRefusals.ENTRUSTED_MIXED)
                .with("entrusted", String.join(", ", entrusted))
                .with("funds", funds.stream().map(FundFacts::fundCode).collect(Collectors.joining(", "))));
    }

    /** The greatest figure that the rules of any of the funds have on a day. */
    int most(LocalDate day, ToIntFunction<FundRules> figure) {
        return funds.stream()
                .mapToInt(fund -> figure.applyAsInt(fund.rulesOn(day)))
                .max()
                .orElseThrow();
    }

    /** Refuses an applicant without the qualification that any of the funds requires of the category on a day. */
    void checkQualified(String category, LocalDate day, Work work) {
        if (funds.stream().anyMatch(fund -> fund.rulesOn(day).requires(category, "qualification"))) {
            PayeeFacts.of(work, origin.applicant()).checkQualified(category, day);
        }
    }

    private static LocalDate today(Work work, List<FundFacts> funds) {
        List<FundRules> versions = funds.get(0).versions();
        return work.today(versions.get(versions.size() - 1).timeZone());
    }
}
