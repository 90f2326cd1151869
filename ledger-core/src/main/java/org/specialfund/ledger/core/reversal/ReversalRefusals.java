package org.specialfund.ledger.core.reversal;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a reversal refuses. */
public final class ReversalRefusals {

    public static final RefusalCode UNKNOWN_ENTRY =
            new RefusalCode("unknown-entry", Stage.EXISTENCE, "There is no entry {entry}.", "不存在记账 {entry}。");

    public static final RefusalCode ALREADY_REVERSED = new RefusalCode(
            "already-reversed", Stage.STATE, "The entry {entry} is reversed already.", "记账 {entry} 已冲正。");

    public static final RefusalCode NOT_REVERSIBLE = new RefusalCode(
            "not-reversible",
            Stage.STATE,
            "The entry {entry} ({type}) moves no money: there is nothing to reverse.",
            "记账 {entry}（{type}）不涉及资金变动，无可冲正。");

    public static final RefusalCode CARRY_OVER_NOT_REVERSED = new RefusalCode(
            "carry-over-not-reversed",
            Stage.STATE,
            "The entry {entry} ({type}) is a carry-over and is not reversed: it would give the ended "
                    + "year money to spend. Reclaim in the new year what should not have been carried.",
            "记账 {entry}（{type}）属于结转，不能冲正，否则已结束年度将重新有可用资金；不应结转的资金请在新年度办理收回。");

    public static final RefusalCode REVERSAL_NOT_REVERSED = new RefusalCode(
            "reversal-not-reversed",
            Stage.STATE,
            "The entry {entry} ({type}) is a reversal itself: enter anew what should not have been reversed.",
            "记账 {entry}（{type}）本身是冲正，不能再冲正；不应冲正的事项请重新记账。");

    public static final RefusalCode PAYMENT_NOT_REVERSED_HERE = new RefusalCode(
            "payment-not-reversed-here",
            Stage.STATE,
            "The entry {entry} ({type}) belongs to a payment: while it is under way reject or cancel "
                    + "it; once it is paid reverse, correct or return it by the commands of the payment.",
            "记账 {entry}（{type}）属于拨付：办理中的请驳回或撤销，已支付的请用拨付的冲正、更正或退回办理。");

    public static final RefusalCode PART_OF_ANOTHER_ENTRY = new RefusalCode(
            "part-of-another-entry",
            Stage.STATE,
            "The entry {entry} ({type}) is part of another one and is reversed together with it: "
                    + "reverse the entry of the allocation, or the return or recovery of the payment, that "
                    + "caused it.",
            "记账 {entry}（{type}）是另一笔记账的组成部分，随其一并冲正：请冲正引起它的指标记账，或拨付的退回、追回记账。");

    private ReversalRefusals() {}
}
