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
            "The entry {entry} ({type}) is not reversed this way: reverse the entry that posts it, or use the command of its own.",
            "记账 {entry}（{type}）不能以此方式冲正，请冲正实际过账的记录或使用对应的操作。");

    private ReversalRefusals() {}
}
