package org.specialfund.ledger.core.shared;

/** Refusals that more than one feature gives. */
public final class CommonRefusals {

    public static final RefusalCode AMOUNT_NOT_POSITIVE = new RefusalCode(
            "amount-not-positive", Stage.SIGN, "The amount {requested} must be above zero.", "金额 {requested} 必须大于零。");

    public static final RefusalCode TOO_MANY_DECIMALS = new RefusalCode(
            "too-many-decimals",
            Stage.SIGN,
            "The amount {requested} has more decimals than {currency} allows ({digits}).",
            "金额 {requested} 的小数位数超过 {currency} 允许的 {digits} 位。");

    public static final RefusalCode ROLE_NOT_ALLOWED = new RefusalCode(
            "role-not-allowed", Stage.PEOPLE, "This needs one of the roles {roles}.", "此操作需要以下角色之一：{roles}。");

    public static final RefusalCode TWO_PEOPLE_NEEDED = new RefusalCode(
            "two-people-needed",
            Stage.PEOPLE,
            "This must be proposed by one person and confirmed by another.",
            "此事项须由一人提出、另一人复核。");

    public static final RefusalCode SAME_PERSON = new RefusalCode(
            "same-person",
            Stage.PEOPLE,
            "The person who acts now already took part in this decision; another person must do this.",
            "当前操作人已参与同一事项，须由其他人办理。");

    public static final RefusalCode UNIT_NOT_ITS_OWN =
            new RefusalCode("unit-not-its-own", Stage.PEOPLE, "A unit acts on its own money only.", "单位只能办理本单位的资金。");

    public static final RefusalCode DATE_IN_FUTURE = new RefusalCode(
            "date-in-future",
            Stage.RULE,
            "The effective date {effectiveDate} is after today, {today}.",
            "业务日期 {effectiveDate} 晚于今天 {today}。");

    public static final RefusalCode DATE_OUTSIDE_YEAR = new RefusalCode(
            "date-outside-year",
            Stage.RULE,
            "The effective date {effectiveDate} is outside the fund year, {firstDay} to {lastDay}.",
            "业务日期 {effectiveDate} 不在年度账 {firstDay} 至 {lastDay} 之内。");

    public static final RefusalCode DATE_OUTSIDE_TERM = new RefusalCode(
            "date-outside-term",
            Stage.RULE,
            "The effective date {effectiveDate} is outside the fund's term.",
            "业务日期 {effectiveDate} 不在专项资金存续期内。");

    public static final RefusalCode DIFFERS_ONLY_BY_CASE = new RefusalCode(
            "differs-only-by-case",
            Stage.EXISTENCE,
            "{requested} differs only by case from the existing {existing}.",
            "{requested} 与已有的 {existing} 仅大小写不同。");

    public static final RefusalCode ENDED_YEAR_GAINS = new RefusalCode(
            "ended-year-gains",
            Stage.RULE,
            "The year ended on {lastDay}: after that it can gain no money to spend.",
            "该年度已于 {lastDay} 结束，此后不得再增加可用资金。");

    public static final RefusalCode CHANGED_MEANWHILE = new RefusalCode(
            "changed-meanwhile",
            Stage.STATE,
            "Somebody else changed this in the meantime: it is version {current} now, not {expected}.",
            "在此期间他人已作修改：现为第 {current} 版，而非第 {expected} 版。");

    private CommonRefusals() {}
}
