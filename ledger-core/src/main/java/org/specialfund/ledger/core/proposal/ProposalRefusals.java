package org.specialfund.ledger.core.proposal;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a proposal refuses. */
public final class ProposalRefusals {

    public static final RefusalCode UNKNOWN_PROPOSAL = new RefusalCode(
            "unknown-proposal", Stage.EXISTENCE, "There is no proposal {proposalId}.", "不存在待复核事项 {proposalId}。");

    public static final RefusalCode PROPOSAL_EXISTS = new RefusalCode(
            "proposal-exists", Stage.EXISTENCE, "The proposal {proposalId} exists already.", "待复核事项 {proposalId} 已存在。");

    public static final RefusalCode PROPOSAL_NOT_OPEN = new RefusalCode(
            "proposal-not-open",
            Stage.STATE,
            "The proposal {proposalId} is {state}.",
            "待复核事项 {proposalId} 当前状态为 {state}。");

    public static final RefusalCode NOT_THE_PROPOSER =
            new RefusalCode("not-the-proposer", Stage.PEOPLE, "Only who proposed it may withdraw it.", "只有提出人可以撤回。");

    public static final RefusalCode NEEDS_NO_SECOND_PERSON = new RefusalCode(
            "needs-no-second-person",
            Stage.RULE,
            "The command {command} needs no second person.",
            "操作 {command} 不需要复核。");

    private ProposalRefusals() {}
}
