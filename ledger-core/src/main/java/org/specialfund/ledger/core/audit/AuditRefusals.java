package org.specialfund.ledger.core.audit;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What an audit and its findings refuse. */
public final class AuditRefusals {

    public static final RefusalCode UNKNOWN_AUDIT =
            new RefusalCode("unknown-audit", Stage.EXISTENCE, "There is no audit {auditNo}.", "不存在审计 {auditNo}。");

    public static final RefusalCode AUDIT_EXISTS = new RefusalCode(
            "audit-exists", Stage.EXISTENCE, "The audit {auditNo} exists already.", "审计 {auditNo} 已存在。");

    public static final RefusalCode SAMPLE_EXISTS = new RefusalCode(
            "sample-exists", Stage.EXISTENCE, "The audit has a sample {sampleId} already.", "该审计已有样本 {sampleId}。");

    public static final RefusalCode EVIDENCE_EXISTS = new RefusalCode(
            "evidence-exists",
            Stage.EXISTENCE,
            "The audit has evidence {evidenceId} already.",
            "该审计已有证据 {evidenceId}。");

    public static final RefusalCode UNKNOWN_FINDING = new RefusalCode(
            "unknown-finding", Stage.EXISTENCE, "There is no finding {findingId}.", "不存在审计发现 {findingId}。");

    public static final RefusalCode FINDING_EXISTS = new RefusalCode(
            "finding-exists", Stage.EXISTENCE, "The finding {findingId} exists already.", "审计发现 {findingId} 已存在。");

    public static final RefusalCode NOT_IN_TEAM = new RefusalCode(
            "not-in-team",
            Stage.PEOPLE,
            "Only a member of the team of the audit {auditNo} may do this.",
            "只有审计 {auditNo} 的审计组成员可以办理。");

    public static final RefusalCode AUDIT_OUT_OF_ORDER = new RefusalCode(
            "audit-out-of-order",
            Stage.STATE,
            "The audit {auditNo} is {state}; this is done while it is {needed}.",
            "审计 {auditNo} 当前状态为 {state}；此步骤须在状态为 {needed} 时办理。");

    public static final RefusalCode FINDING_OUT_OF_ORDER = new RefusalCode(
            "finding-out-of-order",
            Stage.STATE,
            "The finding {findingId} is {state}; this is done while it is {needed}.",
            "审计发现 {findingId} 当前状态为 {state}；此步骤须在状态为 {needed} 时办理。");

    public static final RefusalCode FINDINGS_UNDECIDED = new RefusalCode(
            "findings-undecided",
            Stage.STATE,
            "These findings are neither confirmed nor withdrawn: {findings}.",
            "以下审计发现尚未确认或撤回：{findings}。");

    public static final RefusalCode FINDINGS_OPEN = new RefusalCode(
            "findings-open",
            Stage.STATE,
            "These findings are neither withdrawn, cleared nor referred: {findings}.",
            "以下审计发现尚未撤回、销号或移送：{findings}。");

    public static final RefusalCode ALREADY_ESCALATED = new RefusalCode(
            "already-escalated",
            Stage.STATE,
            "That the due date {dueDate} passed is noted already.",
            "整改期限 {dueDate} 逾期已登记。");

    public static final RefusalCode NOTICE_TOO_SHORT = new RefusalCode(
            "notice-too-short",
            Stage.RULE,
            "Fieldwork may start on {earliest}, not on {effectiveDate}: the notice runs {days} {dayKind} days, and no "
                    + "exception is approved.",
            "审计通知期为 {days} 天（{dayKind}），现场审计最早于 {earliest} 开始，不得于 {effectiveDate} 开始；尚无经批准的例外。");

    public static final RefusalCode ONE_CURRENCY = new RefusalCode(
            "one-currency",
            Stage.RULE,
            "The funds of an audit have one currency: {currencies}.",
            "同一审计的专项资金须为同一币种：{currencies}。");

    public static final RefusalCode OUTSIDE_AUDIT = new RefusalCode(
            "outside-audit",
            Stage.RULE,
            "The allocation {allocationNo} is outside the audit's funds and years.",
            "指标 {allocationNo} 不在该审计的资金和年度范围内。");

    public static final RefusalCode NOT_OF_THE_UNIT = new RefusalCode(
            "not-of-the-unit",
            Stage.RULE,
            "The allocation {allocationNo} is not one of {unit}.",
            "指标 {allocationNo} 不属于单位 {unit}。");

    public static final RefusalCode CUT_OFF_NOT_SETTLED = new RefusalCode(
            "cut-off-not-settled",
            Stage.RULE,
            "An event may still be recorded at or before the position {cutOff}: take an earlier one.",
            "位置 {cutOff} 及以前仍可能有记账，请取更早的位置。");

    public static final RefusalCode EMPTY_POPULATION = new RefusalCode(
            "empty-population",
            Stage.RULE,
            "No payment in the audit's funds and years was recorded up to the position {cutOff}.",
            "截至位置 {cutOff}，该审计的资金和年度范围内没有已支付款项。");

    public static final RefusalCode SAMPLE_TOO_LARGE = new RefusalCode(
            "sample-too-large",
            Stage.RULE,
            "The population has {population} items to draw from; {size} cannot be drawn.",
            "可抽取总体共 {population} 项，无法抽取 {size} 项。");

    public static final RefusalCode DUE_DATE_PASSED = new RefusalCode(
            "due-date-passed",
            Stage.RULE,
            "The due date {dueDate} is not after today, {today}.",
            "整改期限 {dueDate} 不晚于今天 {today}。");

    public static final RefusalCode NOT_OVERDUE = new RefusalCode(
            "not-overdue",
            Stage.RULE,
            "The due date is {dueDate}, and today is {today}: it has not passed.",
            "整改期限为 {dueDate}，今天为 {today}，尚未逾期。");

    private AuditRefusals() {}
}
