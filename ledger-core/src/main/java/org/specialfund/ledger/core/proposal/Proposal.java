package org.specialfund.ledger.core.proposal;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.decision.CommandCodec.Encoded;
import org.specialfund.ledger.core.proposal.event.CommandProposed;
import org.specialfund.ledger.core.proposal.event.ProposalConfirmed;
import org.specialfund.ledger.core.proposal.event.ProposalDeclined;
import org.specialfund.ledger.core.proposal.event.ProposalEvent;
import org.specialfund.ledger.core.proposal.event.ProposalWithdrawn;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/** A command that waits for a second person; carried out once. */
@AggregateRoot(type = "proposal")
@Revision("1")
public class Proposal {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Proposal> TYPE =
            new AggregateType<>(Proposal.class, "proposal", 8, Proposal::new);

    @AggregateIdentifier
    private @Nullable String id;

    private String proposalId = "";
    private String proposedBy = "";
    private String state = "open";

    Proposal() {}

    /** The key of a proposal. */
    public static AggregateKey<Proposal> key(String proposalId) {
        return TYPE.key(proposalId);
    }

    /** Keeps the command. */
    public List<ProposalEvent> propose(String newId, Encoded command, Person proposer) {
        Guard.that(
                id == null, () -> Refusal.of(ProposalRefusals.PROPOSAL_EXISTS).with("proposalId", newId));
        return List.of(new CommandProposed(
                newId,
                command.name(),
                command.revision(),
                command.payload(),
                proposer.id(),
                proposer.roles().stream().map(Role::word).sorted().toList(),
                proposer.unit()));
    }

    /** Ends the proposal because it is carried out now. */
    public List<ProposalEvent> confirm(String confirmedId, Person confirmer) {
        checkOpenTo(confirmedId, confirmer);
        return List.of(new ProposalConfirmed(proposalId));
    }

    List<ProposalEvent> decline(String declinedId, String reason, Person decliner) {
        checkOpenTo(declinedId, decliner);
        return List.of(new ProposalDeclined(proposalId, reason));
    }

    List<ProposalEvent> withdraw(String withdrawnId, String reason, Person proposer) {
        checkOpen(withdrawnId);
        Guard.that(proposedBy.equals(proposer.id()), () -> Refusal.of(ProposalRefusals.NOT_THE_PROPOSER));
        return List.of(new ProposalWithdrawn(proposalId, reason));
    }

    private void checkOpenTo(String asked, Person second) {
        checkOpen(asked);
        Guard.that(!proposedBy.equals(second.id()), () -> Refusal.of(CommonRefusals.SAME_PERSON));
    }

    private void checkOpen(String asked) {
        Guard.that(
                id != null, () -> Refusal.of(ProposalRefusals.UNKNOWN_PROPOSAL).with("proposalId", asked));
        Guard.that(state.equals("open"), () -> Refusal.of(ProposalRefusals.PROPOSAL_NOT_OPEN)
                .with("proposalId", asked)
                .with("state", state));
    }

    @EventSourcingHandler
    void on(CommandProposed e) {
        id = key(e.proposalId()).streamId();
        proposalId = e.proposalId();
        proposedBy = e.proposedBy();
    }

    @EventSourcingHandler
    void on(ProposalConfirmed e) {
        state = "confirmed";
    }

    @EventSourcingHandler
    void on(ProposalDeclined e) {
        state = "declined";
    }

    @EventSourcingHandler
    void on(ProposalWithdrawn e) {
        state = "withdrawn";
    }
}
