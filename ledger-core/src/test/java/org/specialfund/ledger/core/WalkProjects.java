package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedIn;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedOut;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationEvent;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.allocation.event.AllocationReclaimed;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.allocation.event.VirementReceiptReversed;
import org.specialfund.ledger.core.allocation.event.VirementReceived;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.project.Project;
import org.specialfund.ledger.core.project.command.SubmitProject;
import org.specialfund.ledger.core.project.event.FundYearAsked;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/**
 * The approved projects of a walk, one for each currency and unit, and what must hold of them: what their allocations
 * were given, less what these gave back, is what the project has committed, and never above what was approved. Written
 * apart from the aggregates: it knows the events of allocations only.
 */
final class WalkProjects {

    static final String CATEGORY = "network";

    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    private final TestLedger ledger;
    private final Map<String, BigDecimal> approved = new HashMap<>();
    private final Map<String, String> projects = new HashMap<>();
    private final Map<String, BigDecimal> taken = new HashMap<>();

    WalkProjects(TestLedger ledger) {
        this.ledger = ledger;
    }

    static String number(String currency, String unit) {
        return "P-" + currency + "-" + unit.replace(':', '-');
    }

    /** A project that funds of one currency may pay, approved. */
    void approve(String currency, String unit, List<String> funds, BigDecimal amount) {
        String no = number(currency, unit);
        give(
                new SubmitProject(
                        no,
                        unit,
                        "A project",
                        CATEGORY,
                        funds.stream()
                                .map(fund -> new FundYearAsked(fund, 2024))
                                .toList(),
                        amount,
                        DAY,
                        null,
                        null),
                new Person("p-applicant", Set.of(Role.UNIT), unit));
        give(DoProject.complete(no), TestLedger.PLANNER);
        give(DoProject.experts(no, "e1", "e2", "e3"), TestLedger.PLANNER);
        for (String expert : List.of("e1", "e2", "e3")) {
            give(DoProject.review(no, 80, DAY.toString()), Person.of(expert, Role.EXPERT));
        }
        give(DoProject.notice(no, DAY.toString()), TestLedger.PLANNER);
        accept(
                DoProject.approve(no, amount.toPlainString(), "2024-01-09"),
                People.two(TestLedger.PLANNER, TestLedger.LEADER));
        approved.put(no, amount);
        taken.put(no, BigDecimal.ZERO);
    }

    void see(Object event) {
        if (event instanceof AllocationBegun e && e.projectNo() != null) {
            projects.put(e.allocationNo(), e.projectNo());
        }
        if (event instanceof AllocationIssued
                || event instanceof AllocationCarriedIn
                || event instanceof AllocationIncreased
                || event instanceof VirementReceived) {
            take(event, 1);
        } else if (event instanceof AllocationCarriedOut
                || event instanceof AllocationDecreased
                || event instanceof VirementGiven
                || event instanceof VirementReceiptReversed
                || event instanceof SurplusReturned
                || event instanceof AllocationReclaimed) {
            take(event, -1);
        } else if (event instanceof AllocationEntryReversed e) {
            take(event, Set.of("issue", "increase").contains(e.movement()) ? -1 : 1);
        }
    }

    void check() {
        approved.forEach((no, most) -> {
            assertThat(taken.get(no)).as("taken of %s", no).isBetween(BigDecimal.ZERO, most);
            assertThat(ledger.ask(Project.key(no), Project::committed))
                    .as("committed of %s", no)
                    .isEqualByComparingTo(taken.get(no));
        });
    }

    private void take(Object event, int sign) {
        String no = projects.get(((AllocationEvent) event).allocationNo());
        if (no != null) {
            BigDecimal amount = ((MoneyEvent) event).amount();
            taken.merge(no, sign < 0 ? amount.negate() : amount, BigDecimal::add);
        }
    }

    private void give(LedgerCommand command, Person person) {
        accept(command, People.alone(person));
    }

    private void accept(LedgerCommand command, People people) {
        assertThat(ledger.execute(ledger.item(command, people)).refusal())
                .as("%s", command)
                .isNull();
    }
}
