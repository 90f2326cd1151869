package org.specialfund.ledger.core.reconciliation;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a reconciliation refuses. */
public final class ReconciliationRefusals {

    public static final RefusalCode UNKNOWN_RECONCILIATION = new RefusalCode(
            "unknown-reconciliation",
            Stage.EXISTENCE,
            "No bank statement of {month} was received for the fund {fundCode}.",
            "尚未收到专项资金 {fundCode} 的 {month} 月银行对账单。");

    public static final RefusalCode UNKNOWN_ITEM = new RefusalCode(
            "unknown-item",
            Stage.EXISTENCE,
            "{item} is not among what only the {side} knows in {month}.",
            "{month} 月“{side}”一方未达清单中没有 {item}。");

    public static final RefusalCode MONTH_LOCKED = new RefusalCode(
            "month-locked",
            Stage.STATE,
            "{month} is signed by two people and locked: what is found later is corrected by later entries.",
            "{month} 月已由两人签字并锁定，此后发现的问题须以后续记账更正。");

    public static final RefusalCode NOT_SIGNED_YET = new RefusalCode(
            "not-signed-yet", Stage.STATE, "Nobody has signed {month} yet as the first of two.", "{month} 月尚无人作第一签字。");

    public static final RefusalCode CHANGED_SINCE_SIGNED = new RefusalCode(
            "changed-since-signed",
            Stage.STATE,
            "The lists of {month} are not those any more that were signed: look at them and sign again.",
            "{month} 月的对账清单在签字后已有变化，须重新核对并签字。");

    public static final RefusalCode MONTH_OUTSIDE_YEAR = new RefusalCode(
            "month-outside-year",
            Stage.RULE,
            "{month} is not of the fund year {year}, {firstDay} to {lastDay}.",
            "{month} 月不在 {year} 年度（{firstDay} 至 {lastDay}）之内。");

    public static final RefusalCode MONTH_NOT_ENDED = new RefusalCode(
            "month-not-ended", Stage.RULE, "{month} has not ended: today is {today}.", "{month} 月尚未结束，今天是 {today}。");

    public static final RefusalCode MONTH_OUT_OF_ORDER = new RefusalCode(
            "month-out-of-order",
            Stage.RULE,
            "Months are signed one after the other: {expected} comes before {month}.",
            "各月须依次签字：应先签 {expected} 月，再签 {month} 月。");

    public static final RefusalCode LINE_OUTSIDE_MONTH = new RefusalCode(
            "line-outside-month",
            Stage.RULE,
            "Line {line} is booked on {bookedOn}, outside {month}.",
            "第 {line} 行的入账日期 {bookedOn} 不在 {month} 月之内。");

    public static final RefusalCode STATEMENT_NOT_ADDING_UP = new RefusalCode(
            "statement-not-adding-up",
            Stage.AMOUNT,
            "The opening balance {opening} and the movements {movements} make {sum}, not the closing balance {closing}: "
                    + "{difference} is missing.",
            "期初余额 {opening} 加本期发生额 {movements} 为 {sum}，与期末余额 {closing} 不符，差额 {difference}。");

    public static final RefusalCode OPENING_DIFFERS = new RefusalCode(
            "opening-differs",
            Stage.AMOUNT,
            "The opening balance {opening} is not the closing balance of the month signed last, {closing}.",
            "期初余额 {opening} 与上一已签字月份的期末余额 {closing} 不符。");

    public static final RefusalCode NOT_EXPLAINED = new RefusalCode(
            "not-explained",
            Stage.AMOUNT,
            "{count} items of {month} have no counterpart and no explanation, {ledgerOnly} in the ledger and {bankOnly} "
                    + "at the bank: {items}.",
            "{month} 月有 {count} 项未达且未说明（账面 {ledgerOnly} 项、银行 {bankOnly} 项）：{items}。");

    private ReconciliationRefusals() {}
}
