package org.specialfund.ledger.core.disbursement;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a disbursement refuses. */
public final class DisbursementRefusals {

    public static final RefusalCode RETURN_NAMES_NO_PAYMENT = new RefusalCode(
            "return-names-no-payment",
            Stage.SIGN,
            "The negative amount {requested} is a return, but it names no payment.",
            "负数金额 {requested} 表示退回，但未指明对应的拨付。");

    public static final RefusalCode UNKNOWN_DISBURSEMENT = new RefusalCode(
            "unknown-disbursement", Stage.EXISTENCE, "There is no disbursement {reference}.", "不存在拨付 {reference}。");

    public static final RefusalCode DISBURSEMENT_EXISTS = new RefusalCode(
            "disbursement-exists",
            Stage.EXISTENCE,
            "The disbursement {reference} exists already.",
            "拨付 {reference} 已存在。");

    public static final RefusalCode BANK_REFERENCE_EXISTS = new RefusalCode(
            "bank-reference-exists",
            Stage.EXISTENCE,
            "The bank reference {bankReference} was used by the disbursement {reference}.",
            "银行流水号 {bankReference} 已用于拨付 {reference}。");

    public static final RefusalCode UNKNOWN_RECOVERY = new RefusalCode(
            "unknown-recovery", Stage.EXISTENCE, "There is no recovery {recoveryId}.", "不存在追回事项 {recoveryId}。");

    public static final RefusalCode NOT_IN_THIS_STATE = new RefusalCode(
            "not-in-this-state",
            Stage.STATE,
            "The disbursement {reference} is {state}: this cannot be done now.",
            "拨付 {reference} 当前状态为 {state}，不能办理此操作。");

    public static final RefusalCode HAS_LATER_ENTRIES = new RefusalCode(
            "has-later-entries",
            Stage.STATE,
            "The disbursement {reference} has later entries (returned, recovered or moved): undo by a return instead.",
            "拨付 {reference} 已有后续记账（退回、追回或更改收款人），请改用退回办理。");

    public static final RefusalCode OPENING_CORRECTED = new RefusalCode(
            "opening-corrected",
            Stage.STATE,
            "The disbursement {reference} was taken over as {opened} on {openedOn} and corrected since to {amount} on "
                    + "{effectiveDate}: correct it back first.",
            "拨付 {reference} 期初录入为 {openedOn} 的 {opened}，其后已更正为 {effectiveDate} 的 {amount}，须先更正回原数。");

    public static final RefusalCode SETTLED_BEFORE_REQUEST = new RefusalCode(
            "settled-before-request",
            Stage.RULE,
            "The payment of {effectiveDate} is before the request of {requestedOn}.",
            "支付日期 {effectiveDate} 早于申请日期 {requestedOn}。");

    public static final RefusalCode BEFORE_EARLIER_ENTRY = new RefusalCode(
            "before-earlier-entry",
            Stage.RULE,
            "{effectiveDate} is before the payment's entry of {earlier}.",
            "业务日期 {effectiveDate} 早于该拨付 {earlier} 的记账。");

    public static final RefusalCode EXCEEDS_HOLD = new RefusalCode(
            "exceeds-hold",
            Stage.AMOUNT,
            "{requested} exceeds what is held for the disbursement, {held}.",
            "金额 {requested} 超过该拨付在途额度 {held}。");

    public static final RefusalCode EXCEEDS_PAID = new RefusalCode(
            "exceeds-paid",
            Stage.AMOUNT,
            "{requested} exceeds what is paid, net: {paid}.",
            "金额 {requested} 超过已付净额 {paid}。");

    public static final RefusalCode EXCEEDS_DEMANDED = new RefusalCode(
            "exceeds-demanded",
            Stage.AMOUNT,
            "{requested} exceeds what is still demanded: {left}.",
            "金额 {requested} 超过尚待追回的 {left}。");

    public static final RefusalCode DEMANDED_BACK = new RefusalCode(
            "demanded-back",
            Stage.AMOUNT,
            "After {requested} came back only {left} would be paid, but {demanded} is demanded back: "
                    + "if this is the demanded money, receive it on the recovery; if not, waive what can no "
                    + "longer be claimed first.",
            "{requested} 退回后已付净额仅余 {left}，而尚待追回 {demanded}：如属追回款项，请按追回到账办理；否则请先免除不再追回的部分。");

    public static final RefusalCode PAYEE_CORRECTED_SINCE = new RefusalCode(
            "payee-corrected-since",
            Stage.STATE,
            "The money came back from {payee}, but the payment stands with {current} since: correct "
                    + "the payee back to {payee} first.",
            "该款项自 {payee} 退回，而拨付现登记在 {current} 名下：请先将收款单位更正回 {payee}。");

    public static final RefusalCode SAME_PAYEE = new RefusalCode(
            "same-payee", Stage.RULE, "The payment stands with the payee {payee} already.", "该拨付的收款单位已是 {payee}。");

    private DisbursementRefusals() {}
}
