package org.specialfund.ledger.core.fund;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a fund refuses. */
public final class FundRefusals {

    public static final RefusalCode UNKNOWN_FUND =
            new RefusalCode("unknown-fund", Stage.EXISTENCE, "There is no fund {fundCode}.", "不存在专项资金 {fundCode}。");

    public static final RefusalCode FUND_EXISTS = new RefusalCode(
            "fund-exists", Stage.EXISTENCE, "The fund {fundCode} exists already.", "专项资金 {fundCode} 已存在。");

    public static final RefusalCode FUND_CLOSED =
            new RefusalCode("fund-closed", Stage.STATE, "The fund {fundCode} is closed.", "专项资金 {fundCode} 已关闭。");

    public static final RefusalCode FUND_SUSPENDED = new RefusalCode(
            "fund-suspended",
            Stage.STATE,
            "Payments of the fund are suspended since {since}: {cause}.",
            "该专项资金自 {since} 起暂停拨付，原因：{cause}。");

    public static final RefusalCode CAUSE_EXISTS =
            new RefusalCode("cause-exists", Stage.STATE, "The suspension {cause} stands already.", "暂停原因 {cause} 已存在。");

    public static final RefusalCode UNKNOWN_CAUSE =
            new RefusalCode("unknown-cause", Stage.STATE, "No suspension {cause} stands.", "不存在暂停原因 {cause}。");

    public static final RefusalCode FINDING_NOT_LIFTED_HERE = new RefusalCode(
            "finding-not-lifted-here",
            Stage.STATE,
            "The suspension {cause} comes from an audit finding: only its auditor lifts it.",
            "暂停原因 {cause} 来自审计发现，只能由其审计人员解除。");

    public static final RefusalCode RULES_TOO_EARLY = new RefusalCode(
            "rules-too-early",
            Stage.RULE,
            "New rules apply from after today, {today}, and after the last entry under the rules in "
                    + "force, {cited}; {appliesFrom} is too early.",
            "新管理办法的生效日期须晚于今天 {today} 及依现行办法记账的最后日期 {cited}，{appliesFrom} 过早。");

    public static final RefusalCode FUND_HAS_OPEN_YEARS = new RefusalCode(
            "fund-has-open-years", Stage.STATE, "Years of the fund are not closed: {years}.", "该专项资金仍有未关闭的年度：{years}。");

    public static final RefusalCode CATEGORY_NOT_ALLOWED = new RefusalCode(
            "category-not-allowed",
            Stage.RULE,
            "The fund's rules do not allow the category {category}.",
            "管理办法不允许用途类别 {category}。");

    public static final RefusalCode MONTH_SIGNED = new RefusalCode(
            "month-signed",
            Stage.STATE,
            "The month {month} of the fund {fundCode} is reconciled and signed: an entry dated {effectiveDate} needs "
                    + "the approver.",
            "专项资金 {fundCode} 的 {month} 月已对账签字，业务日期为 {effectiveDate} 的记账须经核准人核准。");

    public static final RefusalCode MANDATE_INCOMPLETE = new RefusalCode(
            "mandate-incomplete",
            Stage.RULE,
            "The entrusted fund {fundCode} needs its whole mandate; missing: {missing}.",
            "受托资金 {fundCode} 须有完整的委托，缺少：{missing}。");

    public static final RefusalCode MANDATE_OF_REGULAR_FUND = new RefusalCode(
            "mandate-of-regular-fund",
            Stage.RULE,
            "The fund {fundCode} is not entrusted: it takes no mandate.",
            "专项资金 {fundCode} 不是受托资金，不得载明委托。");

    public static final RefusalCode BEYOND_MANDATE = new RefusalCode(
            "beyond-mandate",
            Stage.RULE,
            "These categories go beyond the mandate, which allows {mandated}: {categories}.",
            "以下用途类别超出委托范围（委托范围：{mandated}）：{categories}。");

    private FundRefusals() {}
}
