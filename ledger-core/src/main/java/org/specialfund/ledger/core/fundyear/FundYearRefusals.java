package org.specialfund.ledger.core.fundyear;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a fund year refuses. */
public final class FundYearRefusals {

    public static final RefusalCode UNKNOWN_FUND_YEAR = new RefusalCode(
            "unknown-fund-year",
            Stage.EXISTENCE,
            "The fund {fundCode} has no year {year}.",
            "专项资金 {fundCode} 没有 {year} 年度账。");

    public static final RefusalCode FUND_YEAR_EXISTS = new RefusalCode(
            "fund-year-exists",
            Stage.EXISTENCE,
            "The year {year} of the fund {fundCode} exists already.",
            "专项资金 {fundCode} 的 {year} 年度账已存在。");

    public static final RefusalCode YEAR_NOT_ADJOINING = new RefusalCode(
            "year-not-adjoining",
            Stage.RULE,
            "The year {year}, {firstDay} to {lastDay}, does not adjoin the fund's years before and after it.",
            "{year} 年度（{firstDay} 至 {lastDay}）与该专项资金的相邻年度不衔接。");

    public static final RefusalCode YEAR_CLOSING = new RefusalCode(
            "year-closing",
            Stage.STATE,
            "The year {year} is closing: it takes nothing new.",
            "{year} 年度处于年终整理期，不再办理新增事项。");

    public static final RefusalCode YEAR_CLOSED =
            new RefusalCode("year-closed", Stage.STATE, "The year {year} is closed.", "{year} 年度已关闭。");

    public static final RefusalCode YEAR_NOT_CLOSING = new RefusalCode(
            "year-not-closing", Stage.STATE, "The year {year} has not begun to close.", "{year} 年度尚未进入年终整理期。");

    public static final RefusalCode YEAR_NOT_ENDED = new RefusalCode(
            "year-not-ended",
            Stage.STATE,
            "The year {year} ends on {lastDay}: it cannot be closed before it has ended.",
            "{year} 年度于 {lastDay} 结束，结束之前不能关闭。");

    public static final RefusalCode YEAR_NOT_CLEARED = new RefusalCode(
            "year-not-cleared",
            Stage.AMOUNT,
            "The year {year} still has money that is neither spent, returned nor carried: {remaining}.",
            "{year} 年度仍有未处理的资金：{remaining}。");

    public static final RefusalCode NEXT_YEAR_NOT_OPEN = new RefusalCode(
            "next-year-not-open", Stage.STATE, "The next year, {toYear}, is not open.", "下一年度 {toYear} 尚未开启。");

    public static final RefusalCode EXCEEDS_UNALLOCATED = new RefusalCode(
            "exceeds-unallocated",
            Stage.AMOUNT,
            "{requested} exceeds what is unallocated: on {firstDay} it would be {balance} (available "
                    + "to take: {available}).",
            "金额 {requested} 超过未分配额度：{firstDay} 将为 {balance}（可用 {available}）。");

    public static final RefusalCode OPENING_AFTER_ENTRIES = new RefusalCode(
            "opening-after-entries",
            Stage.STATE,
            "An opening is recorded before any other entry of the year.",
            "期初数须在该年度其他记账之前录入。");

    public static final RefusalCode OPENING_EXISTS = new RefusalCode(
            "opening-exists",
            Stage.STATE,
            "What was unallocated in {year} is recorded already: {unallocated}. Reverse that entry first.",
            "{year} 年度未分配期初数 {unallocated} 已录入，须先冲正该记录。");

    public static final RefusalCode UNKNOWN_PLAN_LINE = new RefusalCode(
            "unknown-plan-line",
            Stage.EXISTENCE,
            "The plan of {year} has no line {planLine}.",
            "{year} 年度投资计划中没有 {planLine} 项。");

    public static final RefusalCode PLAN_LINE_EXCEEDED = new RefusalCode(
            "plan-line-exceeded",
            Stage.AMOUNT,
            "{requested} exceeds the plan line {planLine}: {left} of {ceiling} is left.",
            "金额 {requested} 超过计划项 {planLine}：上限 {ceiling}，剩余 {left}。");

    public static final RefusalCode CEILING_BELOW_COMMITTED = new RefusalCode(
            "ceiling-below-committed",
            Stage.AMOUNT,
            "The ceiling {ceiling} of {planLine} is below what is committed, {committed}.",
            "计划项 {planLine} 的上限 {ceiling} 低于已下达金额 {committed}。");

    public static final RefusalCode NEEDS_AUTHORISATION = new RefusalCode(
            "needs-authorisation",
            Stage.RULE,
            "Money of {originYear} has been unspent for two years: carrying it again needs an authorising document.",
            "{originYear} 年度资金已连续两年未用，再次结转须有批准文件。");

    public static final RefusalCode EXCEEDS_ORIGIN = new RefusalCode(
            "exceeds-origin",
            Stage.AMOUNT,
            "{requested} exceeds what can be taken of {originYear}'s money: {left}. By year of origin: {origins}.",
            "金额 {requested} 超过 {originYear} 年度来源资金余额 {left}。各来源年度余额：{origins}。");

    private FundYearRefusals() {}
}
