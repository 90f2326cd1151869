package org.specialfund.ledger.core.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.fund.FundRules;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.project.command.ApproveProject;
import org.specialfund.ledger.core.project.command.AssignExperts;
import org.specialfund.ledger.core.project.command.CheckProject;
import org.specialfund.ledger.core.project.command.OpenNotice;
import org.specialfund.ledger.core.project.command.RaiseObjection;
import org.specialfund.ledger.core.project.command.RecordAcceptance;
import org.specialfund.ledger.core.project.command.RecordMilestone;
import org.specialfund.ledger.core.project.command.RecordReview;
import org.specialfund.ledger.core.project.command.RecordSecurityEvidence;
import org.specialfund.ledger.core.project.command.RecuseExpert;
import org.specialfund.ledger.core.project.command.RejectProject;
import org.specialfund.ledger.core.project.command.ResolveObjection;
import org.specialfund.ledger.core.project.command.ScorePerformance;
import org.specialfund.ledger.core.project.command.SubmitProject;
import org.specialfund.ledger.core.project.command.WithdrawProject;
import org.specialfund.ledger.core.project.event.ProjectEvent;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;

/** How commands reach a project. What allocations take of it is decided with them. */
public final class Projects {

    /** What projects bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            ProjectEvent.class,
            List.of(Project.TYPE),
            List.of(ProjectFacts.GATE),
            List.of(
                    Handler.of(SubmitProject.class, Projects::needs, Projects::submit),
                    undated(CheckProject.class, CheckProject::projectNo, (p, c, actor) -> p.check(c, actor)),
                    undated(AssignExperts.class, AssignExperts::projectNo, (p, c, actor) -> p.assignExperts(c, actor)),
                    undated(RecuseExpert.class, RecuseExpert::projectNo, (p, c, actor) -> p.recuse(c, actor)),
                    dated(
                            RecordReview.class,
                            RecordReview::projectNo,
                            RecordReview::effectiveDate,
                            (p, c, actor) -> p.review(c, actor)),
                    Handler.of(OpenNotice.class, Projects::needs, Projects::openNotice),
                    dated(
                            RaiseObjection.class,
                            RaiseObjection::projectNo,
                            RaiseObjection::effectiveDate,
                            (p, c, actor) -> p.raiseObjection(c, actor)),
                    Handler.of(
                            ResolveObjection.class,
                            (c, lookup, needs) -> ProjectTerms.name(projectOf(c), lookup, needs),
                            Projects::resolve),
                    Handler.of(
                            ApproveProject.class,
                            (c, lookup, needs) -> ProjectTerms.name(c.projectNo(), lookup, needs),
                            Projects::approve),
                    Handler.of(
                            RejectProject.class,
                            (c, lookup, needs) -> ProjectTerms.name(c.projectNo(), lookup, needs),
                            Projects::reject),
                    undated(WithdrawProject.class, WithdrawProject::projectNo, (p, c, actor) -> p.withdraw(c, actor)),
                    dated(
                            RecordMilestone.class,
                            RecordMilestone::projectNo,
                            c -> c.reachedOn() == null ? LocalDate.EPOCH : c.reachedOn(),
                            (p, c, actor) -> p.recordMilestone(c, actor)),
                    changingFacts(
                            RecordAcceptance.class,
                            RecordAcceptance::projectNo,
                            RecordAcceptance::effectiveDate,
                            (p, c, actor) -> p.accept(c, actor)),
                    changingFacts(
                            RecordSecurityEvidence.class,
                            RecordSecurityEvidence::projectNo,
                            RecordSecurityEvidence::effectiveDate,
                            (p, c, actor) -> p.takeEvidence(c, actor)),
                    dated(
                            ScorePerformance.class,
                            ScorePerformance::projectNo,
                            ScorePerformance::effectiveDate,
                            (p, c, actor) -> p.score(c, actor))),
            ProjectRefusals.class);

    private Projects() {}

    private static void needs(SubmitProject c, Lookup lookup, Needs needs) {
        ProjectOrigin origin = new ProjectOrigin(c.projectNo(), c.applicant(), c.asksFor());
        ProjectTerms.name(origin, needs);
        needs.begins(Project.key(c.projectNo()), origin);
    }

    private static List<Step> submit(SubmitProject c, Work work) {
        Person actor = work.people().actor();
        PayeeFacts.of(work, c.applicant());
        ProjectTerms terms = ProjectTerms.of(work, new ProjectOrigin(c.projectNo(), c.applicant(), c.asksFor()));
        String currency = terms.funds().get(0).currency();
        BigDecimal amount = Amounts.positive(c.amount(), currency);
        work.check(() ->
                Guard.that(c.applicant().equals(actor.unit()), () -> Refusal.of(CommonRefusals.UNIT_NOT_ITS_OWN)));
        terms.funds().forEach(fund -> {
            work.check(fund::checkNotClosed);
            work.check(() -> fund.rulesOn(c.effectiveDate()).checkCategory(c.category()));
        });
        Set<String> currencies =
                terms.funds().stream().map(FundFacts::currency).collect(Collectors.toCollection(TreeSet::new));
        work.check(() -> Guard.that(currencies.size() == 1, () -> Refusal.of(ProjectRefusals.CURRENCIES_DIFFER)
                .with("currencies", String.join(", ", currencies))));
        work.check(terms::checkEntrustedAlone);
        work.check(() -> terms.checkNotInFuture(c.effectiveDate(), work));
        return List.of(work.on(Project.key(c.projectNo()), p -> p.submit(c, amount, currency, actor)));
    }

    private static void needs(OpenNotice c, Lookup lookup, Needs needs) {
        ProjectTerms.name(c.projectNo(), lookup, needs);
        WorkingCalendar.reads(needs);
    }

    private static List<Step> openNotice(OpenNotice c, Work work) {
        ProjectTerms terms = ProjectTerms.of(work, c.projectNo());
        int workingDays = terms.most(c.firstDay(), FundRules::noticeWorkingDays);
        int reviews = terms.most(c.firstDay(), FundRules::reviewsRequired);
        WorkingCalendar calendar = WorkingCalendar.of(work);
        return List.of(work.on(
                Project.key(c.projectNo()),
                p -> p.openNotice(c, work.people().actor(), reviews, workingDays, calendar)));
    }

    private static String projectOf(ResolveObjection c) {
        return ObjectionId.of(c.objectionId()).projectNo();
    }

    private static List<Step> resolve(ResolveObjection c, Work work) {
        String no = projectOf(c);
        Guard.that(
                work.ask(Project.key(no), Project::origin)
                        .filter(origin -> origin.projectNo().equals(no))
                        .isPresent(),
                () -> Objections.unknown(c.objectionId()));
        ProjectTerms terms = ProjectTerms.of(work, no);
        work.check(() -> terms.checkNotInFuture(c.effectiveDate(), work));
        return List.of(work.on(
                Project.key(no), p -> p.resolveObjection(c, work.people().actor())));
    }

    private static List<Step> approve(ApproveProject c, Work work) {
        ProjectTerms terms = ProjectTerms.of(work, c.projectNo());
        BigDecimal amount = Amounts.positive(c.amount(), terms.funds().get(0).currency());
        String category = work.ask(Project.key(c.projectNo()), Project::category);
        terms.funds().forEach(fund -> work.check(fund::checkNotClosed));
        work.check(() -> terms.checkNotInFuture(c.effectiveDate(), work));
        work.check(terms::checkEntrustedAlone);
        work.check(() -> terms.checkQualified(category, c.effectiveDate(), work));
        return List.of(work.on(Project.key(c.projectNo()), p -> p.approve(c, amount, work.people())));
    }

    private static List<Step> reject(RejectProject c, Work work) {
        ProjectTerms terms = ProjectTerms.of(work, c.projectNo());
        work.check(() -> terms.checkNotInFuture(c.effectiveDate(), work));
        return List.of(work.on(Project.key(c.projectNo()), p -> p.reject(c, work.people())));
    }

    private static <C extends LedgerCommand> Handler<C> undated(
            Class<C> command, Function<C, String> projectNo, Decides<C> decides) {
        return dated(command, projectNo, c -> LocalDate.EPOCH, decides);
    }

    private static <C extends LedgerCommand> Handler<C> dated(
            Class<C> command, Function<C, String> projectNo, Function<C, LocalDate> day, Decides<C> decides) {
        return Handler.of(
                command, (c, lookup, needs) -> ProjectTerms.name(projectNo.apply(c), lookup, needs), (c, work) -> {
                    String no = projectNo.apply(c);
                    ProjectTerms terms = ProjectTerms.of(work, no);
                    work.check(() -> terms.checkNotInFuture(day.apply(c), work));
                    return List.of(work.on(
                            Project.key(no), p -> decides.of(p, c, work.people().actor())));
                });
    }

    private static <C extends LedgerCommand> Handler<C> changingFacts(
            Class<C> command, Function<C, String> projectNo, Function<C, LocalDate> day, Decides<C> decides) {
        Handler<C> plain = dated(command, projectNo, day, decides);
        return Handler.of(
                command,
                (c, lookup, needs) -> {
                    plain.needs(c, lookup, needs);
                    needs.changes(ProjectFacts.GATE.key(projectNo.apply(c)));
                },
                plain::decide);
    }

    @FunctionalInterface
    private interface Decides<C> {
        List<ProjectEvent> of(Project project, C command, Person actor);
    }
}
