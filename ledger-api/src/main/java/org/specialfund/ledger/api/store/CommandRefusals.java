package org.specialfund.ledger.api.store;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** Refusals that are given before a command is decided. They are not recorded. */
public final class CommandRefusals {

    /** HTTP 422. */
    public static final RefusalCode IDEMPOTENCY_CONFLICT = new RefusalCode(
            "idempotency-conflict",
            Stage.SIGN,
            "The key {commandId} was used before for another request.",
            "幂等键 {commandId} 已用于另一项请求。");

    /** HTTP 409; the same request may be sent again later. */
    public static final RefusalCode IN_FLIGHT = new RefusalCode(
            "in-flight",
            Stage.SIGN,
            "A request with the key {commandId} is being decided right now.",
            "幂等键为 {commandId} 的请求正在处理中。");

    /** Given to the commands of an atomic batch that were not refused themselves. */
    public static final RefusalCode BATCH_REFUSED = new RefusalCode(
            "batch-refused",
            Stage.SIGN,
            "Nothing of this batch was recorded, because another of its commands was refused.",
            "同一批次中另有事项被拒绝，本批次均未记账。");

    private CommandRefusals() {}
}
