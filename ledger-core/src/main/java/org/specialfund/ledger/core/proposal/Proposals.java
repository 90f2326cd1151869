package org.specialfund.ledger.core.proposal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specialfund.ledger.core.decision.CommandCodec;
import org.specialfund.ledger.core.decision.CommandCodec.Encoded;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.proposal.command.ConfirmProposal;
import org.specialfund.ledger.core.proposal.command.DeclineProposal;
import org.specialfund.ledger.core.proposal.command.WithdrawProposal;
import org.specialfund.ledger.core.proposal.event.CommandProposed;
import org.specialfund.ledger.core.proposal.event.ProposalEvent;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** How commands reach a proposal. Proposing and confirming also decide the proposed command: see {@code ItemDecider}. */
public final class Proposals {

    /** What proposals bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            ProposalEvent.class,
            List.of(Proposal.TYPE),
            List.of(),
            List.of(
                    Handler.of(
                            ConfirmProposal.class,
                            (c, lookup, needs) -> needs.decides(Proposal.key(c.proposalId())),
                            (c, work) -> List.of(work.on(
                                    Proposal.key(c.proposalId()),
                                    p -> p.confirm(c.proposalId(), work.people().actor())))),
                    Handler.of(
                            DeclineProposal.class,
                            (c, lookup, needs) -> needs.decides(Proposal.key(c.proposalId())),
                            (c, work) -> List.of(work.on(
                                    Proposal.key(c.proposalId()),
                                    p -> p.decline(
                                            c.proposalId(),
                                            c.reason(),
                                            work.people().actor())))),
                    Handler.of(
                            WithdrawProposal.class,
                            (c, lookup, needs) -> needs.decides(Proposal.key(c.proposalId())),
                            (c, work) -> List.of(work.on(
                                    Proposal.key(c.proposalId()),
                                    p -> p.withdraw(
                                            c.proposalId(),
                                            c.reason(),
                                            work.people().actor()))))),
            ProposalRefusals.class);

    private Proposals() {}

    /**
     * What confirming a proposal carries out: the command as it was proposed, under the names of both people; empty
     * where there is no such proposal.
     */
    public static Optional<Item> effect(Item confirmation, String proposalId, Lookup lookup, CommandCodec codec) {
        return lookup.first(Proposal.key(proposalId)).map(event -> {
            CommandProposed proposed = (CommandProposed) event;
            return new Item(
                    codec.decode(new Encoded(proposed.command(), proposed.revision(), proposed.payload())),
                    People.two(proposer(proposed), confirmation.people().actor()),
                    confirmation.commandId(),
                    confirmation.requestHash(),
                    confirmation.correlationId(),
                    proposalId,
                    confirmation.refusalKey());
        });
    }

    private static Person proposer(CommandProposed proposed) {
        return new Person(
                proposed.proposedBy(),
                proposed.proposerRoles().stream().map(Role::of).collect(Collectors.toSet()),
                proposed.proposerUnit());
    }
}
