package org.specialfund.ledger.core;

import static org.specialfund.ledger.core.Do.amount;
import static org.specialfund.ledger.core.Do.day;

import java.util.Arrays;
import java.util.List;
import org.specialfund.ledger.core.calendar.command.ExtendCalendar;
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
import org.specialfund.ledger.core.project.event.Expert;
import org.specialfund.ledger.core.project.event.FundYearAsked;

/** Commands to projects as tests say them: of the unit T:1, in the category network, for the fund F1 in 2026. */
public final class DoProject {

    private static final String DOC = "锡数〔2026〕3号";

    private DoProject() {}

    public static ExtendCalendar calendar(int year, List<String> off, List<String> work) {
        return new ExtendCalendar(
                "CN",
                year,
                off.stream().map(Do::day).toList(),
                work.stream().map(Do::day).toList(),
                DOC,
                null);
    }

    public static SubmitProject submit(String no, String amount) {
        return submit(no, "T:1", "network", amount, "F1");
    }

    public static SubmitProject submit(String no, String unit, String category, String amount, String... funds) {
        return new SubmitProject(
                no,
                unit,
                "A platform",
                category,
                Arrays.stream(funds).map(fund -> new FundYearAsked(fund, 2026)).toList(),
                amount(amount),
                day("2026-01-05"),
                null,
                null);
    }

    public static CheckProject complete(String no) {
        return new CheckProject(no, "complete", null);
    }

    public static CheckProject sendBack(String no) {
        return new CheckProject(no, "sent-back", "the budget is missing");
    }

    public static AssignExperts experts(String no, String... people) {
        return new AssignExperts(
                no,
                Arrays.stream(people).map(person -> new Expert(person, null)).toList());
    }

    public static RecuseExpert recuse(String no, String expert) {
        return new RecuseExpert(no, expert, "a former colleague");
    }

    public static RecordReview review(String no, int score, String day) {
        return new RecordReview(no, score, "sound", day(day));
    }

    public static OpenNotice notice(String no, String firstDay) {
        return new OpenNotice(no, day(firstDay), DOC, null);
    }

    public static RaiseObjection object(String no, String day) {
        return new RaiseObjection(no, "it exists already", day(day), null, null);
    }

    public static ResolveObjection resolve(String id, boolean upheld, String day) {
        return new ResolveObjection(id, upheld, "a reason", day(day), DOC, null);
    }

    public static ApproveProject approve(String no, String amount, String day) {
        return new ApproveProject(no, amount(amount), day(day), DOC, null);
    }

    public static RejectProject reject(String no, String day) {
        return new RejectProject(no, "a reason", day(day), DOC, null);
    }

    public static WithdrawProject withdraw(String no) {
        return new WithdrawProject(no, "a reason");
    }

    public static RecordMilestone milestone(String no, String milestone, String reachedOn) {
        return new RecordMilestone(
                no, milestone, "A step", day("2026-04-01"), reachedOn == null ? null : day(reachedOn), null, null);
    }

    public static RecordAcceptance accept(String no, String day) {
        return new RecordAcceptance(no, day(day), DOC, null);
    }

    public static RecordSecurityEvidence secure(String no, String day) {
        return new RecordSecurityEvidence(no, day(day), DOC, null);
    }

    public static ScorePerformance score(String no, int score, String day) {
        return new ScorePerformance(no, score, day(day), DOC, null);
    }
}
