package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.project.Project;
import org.specialfund.ledger.core.project.Taking;

/**
 * What allocations take of their project's approved amount, in the same unit of work. An allocation that names none takes
 * of none; neither does one that was issued when any text was allowed there: its project does not know it.
 */
public final class ProjectSteps {

    private ProjectSteps() {}

    /** Names the project of an allocation. */
    public static void name(@Nullable AllocationOrigin origin, Needs needs) {
        if (origin != null && origin.projectNo() != null) {
            needs.decides(Project.key(origin.projectNo()));
        }
    }

    /** The first taking of an allocation: it needs an approved project of its recipient. */
    static List<Step> begin(AllocationOrigin origin, BigDecimal amount, LocalDate day, Work work) {
        String projectNo = origin.projectNo();
        return projectNo == null
                ? List.of()
                : List.of(work.on(Project.key(projectNo), p -> p.commit(taking(projectNo, origin, amount, day))));
    }

    /** The allocation takes more. */
    public static List<Step> commit(AllocationOrigin origin, BigDecimal amount, LocalDate day, Work work) {
        String projectNo = counting(origin, work);
        return projectNo == null
                ? List.of()
                : List.of(work.on(Project.key(projectNo), p -> p.commit(taking(projectNo, origin, amount, day))));
    }

    /** The allocation gives back. */
    public static List<Step> release(AllocationOrigin origin, BigDecimal amount, LocalDate day, Work work) {
        String projectNo = counting(origin, work);
        return projectNo == null
                ? List.of()
                : List.of(work.on(Project.key(projectNo), p -> p.release(taking(projectNo, origin, amount, day))));
    }

    /** One allocation gives, another takes; within one project its sum stays. */
    public static List<Step> move(
            AllocationOrigin from, AllocationOrigin to, BigDecimal amount, LocalDate day, Work work) {
        String projectNo = counting(from, work);
        if (projectNo != null && projectNo.equals(counting(to, work))) {
            return moved(projectNo, from, to.allocationNo(), to.year(), amount, day, work);
        }
        List<Step> steps = new ArrayList<>(release(from, amount, day, work));
        steps.addAll(commit(to, amount, day, work));
        return steps;
    }

    /** A new allocation of the same project, of the next year, takes over. */
    static List<Step> carry(AllocationOrigin from, String toAllocationNo, BigDecimal amount, LocalDate day, Work work) {
        String projectNo = counting(from, work);
        return projectNo == null
                ? List.of()
                : moved(projectNo, from, toAllocationNo, from.year() + 1, amount, day, work);
    }

    private static List<Step> moved(
            String projectNo,
            AllocationOrigin from,
            String to,
            int toYear,
            BigDecimal amount,
            LocalDate day,
            Work work) {
        return List.of(work.on(Project.key(projectNo), p -> p.move(taking(projectNo, from, amount, day), to, toYear)));
    }

    private static @Nullable String counting(AllocationOrigin origin, Work work) {
        String projectNo = origin.projectNo();
        boolean counts =
                projectNo != null && work.ask(Project.key(projectNo), p -> p.counts(projectNo, origin.allocationNo()));
        return counts ? projectNo : null;
    }

    private static Taking taking(String projectNo, AllocationOrigin origin, BigDecimal amount, LocalDate day) {
        return new Taking(
                projectNo,
                origin.allocationNo(),
                origin.fundCode(),
                origin.year(),
                origin.recipient(),
                origin.category(),
                amount,
                day);
    }
}
