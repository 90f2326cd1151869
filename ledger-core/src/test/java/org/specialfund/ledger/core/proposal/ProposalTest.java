package org.specialfund.ledger.core.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.proposal.command.ConfirmProposal;
import org.specialfund.ledger.core.proposal.command.DeclineProposal;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.proposal.command.WithdrawProposal;
import org.specialfund.ledger.core.proposal.event.CommandProposed;
import org.specialfund.ledger.core.proposal.event.ProposalConfirmed;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A command waits for a second person, is refused early, and is carried out once. */
class ProposalTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private static final Person BOTH = Person.of("p-both", Role.CLERK, Role.APPROVER);

    @BeforeEach
    void aYear() {
        ledger.standard();
    }

    private void propose(String id, LedgerCommand command) {
        ledger.accepts(new ProposeCommand(id, command), TestLedger.CLERK);
    }

    @Test
    void carriesItOutUnderBothNamesWhenAnotherPersonConfirms() {
        propose("P1", Do.issue("A1", "600", "2026-02-01"));
        assertThat(ledger.balance("available.A1")).as("nothing moves before").isEqualTo("0");

        List<LedgerEvent> events = ledger.accepts(new ConfirmProposal("P1"), TestLedger.APPROVER);

        assertThat(events).hasExactlyElementsOfTypes(Committed.class, AllocationIssued.class, ProposalConfirmed.class);
        assertThat(ledger.last(AllocationIssued.class).getMetaData())
                .containsEntry("proposedBy", "p-clerk")
                .containsEntry("confirmedBy", "p-approver")
                .containsEntry("actor", "p-approver")
                .containsEntry("role", "approver")
                .containsEntry("causationId", "P1");
    }

    @Test
    void refusesAtOnceWhatTheLedgerWouldRefuseNow() {
        ledger.refuses(new ProposeCommand("P1", Do.issue("A1", "1001", "2026-02-01")), TestLedger.CLERK)
                .because("exceeds-unallocated")
                .with("available", "1000.00");
        ledger.refuses(new ProposeCommand("P1", Do.issue("A1", "1", "2026-06-16")), TestLedger.CLERK)
                .because("date-in-future");
        ledger.refuses(new ProposeCommand("P1", Do.decrease("A9", "-1", "2026-02-01")), TestLedger.CLERK)
                .because("amount-not-positive");
        ledger.refuses(new ConfirmProposal("P1"), TestLedger.APPROVER).because("unknown-proposal");
    }

    @Test
    void refusesAProposerWhoseRoleMayNot() {
        ledger.refuses(new ProposeCommand("P1", Do.issue("A1", "1", "2026-02-01")), TestLedger.PLANNER)
                .because("role-not-allowed")
                .with("roles", "clerk");
    }

    @Test
    void recordsTheRoleInWhichItWasProposed() {
        Person clerkAndPlanner = Person.of("p-two", Role.CLERK, Role.PLANNER);

        ledger.accepts(new ProposeCommand("P1", Do.issue("A1", "1", "2026-02-01")), clerkAndPlanner);

        assertThat(ledger.last(CommandProposed.class).getMetaData()).containsEntry("role", "clerk");
    }

    @Test
    void refusesWhatNeedsNoSecondPersonAndAProposalOfAProposal() {
        ledger.refuses(new ProposeCommand("P1", Do.suspendFund("flood", "2026-06-01")), TestLedger.LEADER)
                .because("needs-no-second-person");
        assertThatThrownBy(() -> new ProposeCommand("P1", new ProposeCommand("P2", Do.issue("A1", "1", "2026-02-01"))))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesConfirmationByWhoProposedIt() {
        ledger.accepts(new ProposeCommand("P1", Do.issue("A1", "600", "2026-02-01")), BOTH);

        ledger.refuses(new ConfirmProposal("P1"), BOTH).because("same-person");
        ledger.accepts(new ConfirmProposal("P1"), TestLedger.APPROVER);
    }

    @Test
    void refusesConfirmationByARoleThatMayNot() {
        propose("P1", Do.issue("A1", "600", "2026-02-01"));

        ledger.refuses(new ConfirmProposal("P1"), TestLedger.REVIEWER)
                .because("role-not-allowed")
                .with("roles", "approver");
    }

    @Test
    void staysOpenWhenRefusedAtConfirmation() {
        propose("P1", Do.issue("A1", "600", "2026-02-01"));
        ledger.given(Do.reclaimYear("500", "2026-03-01"));

        ledger.refuses(new ConfirmProposal("P1"), TestLedger.APPROVER)
                .because("exceeds-unallocated")
                .with("balance", "-100.00");

        ledger.given(Do.increaseBudget("100", "2026-01-02"));
        ledger.accepts(new ConfirmProposal("P1"), TestLedger.APPROVER);
    }

    @Test
    void isCarriedOutOnce() {
        propose("P1", Do.issue("A1", "600", "2026-02-01"));
        ledger.accepts(new ConfirmProposal("P1"), TestLedger.APPROVER);

        ledger.refuses(new ConfirmProposal("P1"), TestLedger.APPROVER)
                .because("proposal-not-open")
                .with("proposalId", "P1")
                .with("state", "confirmed");
    }

    @Test
    void refusesAnIdThatExists() {
        propose("P1", Do.issue("A1", "1", "2026-02-01"));

        ledger.refuses(new ProposeCommand("P1", Do.issue("A2", "1", "2026-02-01")), TestLedger.CLERK)
                .because("proposal-exists")
                .with("proposalId", "P1");
    }

    @Test
    void isDeclinedByAnotherPersonAndIsOverThen() {
        ledger.accepts(new ProposeCommand("P1", Do.issue("A1", "1", "2026-02-01")), BOTH);

        ledger.refuses(new DeclineProposal("P1", "no"), BOTH).because("same-person");
        ledger.accepts(new DeclineProposal("P1", "no"), TestLedger.APPROVER);
        ledger.refuses(new ConfirmProposal("P1"), TestLedger.APPROVER)
                .because("proposal-not-open")
                .with("state", "declined");
    }

    @Test
    void isDeclinedOnlyByWhoCouldConfirmItsCommand() {
        ledger.accepts(new ProposeCommand("P1", Do.issue("A1", "1", "2026-02-01")), TestLedger.CLERK);

        for (Person other : List.of(
                TestLedger.PLANNER, TestLedger.LEADER, TestLedger.REVIEWER, TestLedger.TREASURY, TestLedger.CLERK)) {
            ledger.refuses(new DeclineProposal("P1", "no"), other)
                    .because("role-not-allowed")
                    .with("roles", "approver");
        }
        ledger.accepts(new DeclineProposal("P1", "no"), TestLedger.APPROVER);
        ledger.refuses(new DeclineProposal("P9", "no"), TestLedger.APPROVER).because("unknown-proposal");
    }

    @Test
    void isWithdrawnByWhoProposedItOnly() {
        propose("P1", Do.issue("A1", "1", "2026-02-01"));

        ledger.refuses(new WithdrawProposal("P1", "a slip"), TestLedger.APPROVER)
                .because("not-the-proposer");
        ledger.accepts(new WithdrawProposal("P1", "a slip"), TestLedger.CLERK);
        ledger.refuses(new ConfirmProposal("P1"), TestLedger.APPROVER)
                .because("proposal-not-open")
                .with("state", "withdrawn");
        ledger.refuses(new WithdrawProposal("P9", "a slip"), TestLedger.CLERK)
                .because("unknown-proposal")
                .with("proposalId", "P9");
    }
}
