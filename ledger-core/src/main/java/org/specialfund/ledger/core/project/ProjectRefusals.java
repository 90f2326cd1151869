package org.specialfund.ledger.core.project;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a project refuses. */
public final class ProjectRefusals {

    public static final RefusalCode UNKNOWN_PROJECT = new RefusalCode(
            "unknown-project", Stage.EXISTENCE, "There is no project {projectNo}.", "不存在项目 {projectNo}。");

    public static final RefusalCode PROJECT_EXISTS = new RefusalCode(
            "project-exists",
            Stage.EXISTENCE,
            "The project {projectNo} exists already. Only after it was sent back may its applicant apply again, for the "
                    + "same fund years.",
            "项目 {projectNo} 已存在；仅在退回补正后，原申报单位可就相同资金年度重新申报。");

    public static final RefusalCode UNKNOWN_OBJECTION = new RefusalCode(
            "unknown-objection", Stage.EXISTENCE, "There is no objection {objectionId}.", "不存在异议 {objectionId}。");

    public static final RefusalCode OF_THE_APPLICANT = new RefusalCode(
            "of-the-applicant",
            Stage.PEOPLE,
            "Who applied, or is of the applying unit {applicant}, takes no part in deciding about the project.",
            "申报人或申报单位 {applicant} 的人员不得参与该项目的审核决定。");

    public static final RefusalCode EXPERT_NOT_ASSIGNED = new RefusalCode(
            "expert-not-assigned",
            Stage.PEOPLE,
            "The expert was not asked to review the project {projectNo}.",
            "该专家未被指派评审项目 {projectNo}。");

    public static final RefusalCode EXPERT_RECUSED = new RefusalCode(
            "expert-recused",
            Stage.PEOPLE,
            "The expert is recused from the project {projectNo} and does not review it.",
            "该专家已回避项目 {projectNo}，不得参与评审。");

    public static final RefusalCode EXPERT_ASSIGNED = new RefusalCode(
            "expert-assigned",
            Stage.STATE,
            "The expert {expert} was asked already to review the project {projectNo}.",
            "专家 {expert} 已被指派评审项目 {projectNo}。");

    public static final RefusalCode RECUSES_ONESELF_ONLY = new RefusalCode(
            "recuses-oneself-only", Stage.PEOPLE, "An expert recuses only himself or herself.", "专家只能为本人申请回避。");

    public static final RefusalCode ALREADY_REVIEWED = new RefusalCode(
            "already-reviewed",
            Stage.STATE,
            "The expert has reviewed the project {projectNo} already in round {round}.",
            "该专家在第 {round} 轮已评审项目 {projectNo}。");

    public static final RefusalCode PROJECT_WRONG_STEP = new RefusalCode(
            "project-wrong-step",
            Stage.STATE,
            "The project {projectNo} is {status}; this needs it to be {needed}.",
            "项目 {projectNo} 当前状态为 {status}，此操作要求状态为 {needed}。");

    public static final RefusalCode REVIEWS_MISSING = new RefusalCode(
            "reviews-missing",
            Stage.RULE,
            "The notice needs {required} reviews; the project {projectNo} has {recorded}.",
            "公示前须有 {required} 份专家评审，项目 {projectNo} 现有 {recorded} 份。");

    public static final RefusalCode DATE_BEFORE_STEP = new RefusalCode(
            "date-before-step",
            Stage.RULE,
            "The date {effectiveDate} is before {since}, the day of the step before it.",
            "日期 {effectiveDate} 早于上一步骤的日期 {since}。");

    public static final RefusalCode OUTSIDE_NOTICE = new RefusalCode(
            "outside-notice",
            Stage.RULE,
            "The date {effectiveDate} is outside the notice, {firstDay} to {lastDay}.",
            "日期 {effectiveDate} 不在公示期 {firstDay} 至 {lastDay} 之内。");

    public static final RefusalCode OBJECTION_RESOLVED = new RefusalCode(
            "objection-resolved",
            Stage.STATE,
            "The objection {objectionId} is resolved already.",
            "异议 {objectionId} 已处理。");

    public static final RefusalCode OBJECTIONS_OPEN = new RefusalCode(
            "objections-open", Stage.STATE, "Objections are not resolved yet: {objections}.", "尚有异议未处理：{objections}。");

    public static final RefusalCode NOTICE_NOT_OVER = new RefusalCode(
            "notice-not-over",
            Stage.RULE,
            "The notice lasts until the end of {lastDay}; {effectiveDate} is too early.",
            "公示期至 {lastDay} 结束，{effectiveDate} 过早。");

    public static final RefusalCode EXCEEDS_APPLIED = new RefusalCode(
            "exceeds-applied",
            Stage.AMOUNT,
            "{requested} is more than what was applied for, {applied}.",
            "批准金额 {requested} 超过申报金额 {applied}。");

    public static final RefusalCode CURRENCIES_DIFFER = new RefusalCode(
            "currencies-differ",
            Stage.RULE,
            "A project asks for funds of one currency; these have {currencies}.",
            "同一项目申请的资金须为同一币种，现有 {currencies}。");

    public static final RefusalCode PROJECT_NOT_APPROVED = new RefusalCode(
            "project-not-approved",
            Stage.STATE,
            "The project {projectNo} is {status}, not approved: no allocation names it.",
            "项目 {projectNo} 当前状态为 {status}，尚未批准，不得下达指标。");

    public static final RefusalCode PROJECT_OTHER_RECIPIENT = new RefusalCode(
            "project-other-recipient",
            Stage.RULE,
            "The project {projectNo} is of {applicant}; the allocation is for {recipient}.",
            "项目 {projectNo} 的申报单位为 {applicant}，指标承担单位为 {recipient}。");

    public static final RefusalCode PROJECT_OTHER_FUND = new RefusalCode(
            "project-other-fund",
            Stage.RULE,
            "The project {projectNo} did not ask for money of the fund {fundCode}.",
            "项目 {projectNo} 未申请专项资金 {fundCode}。");

    public static final RefusalCode PROJECT_OTHER_CATEGORY = new RefusalCode(
            "project-other-category",
            Stage.RULE,
            "The project {projectNo} is of the category {category}; the allocation names {requested}.",
            "项目 {projectNo} 的用途类别为 {category}，指标类别为 {requested}。");

    public static final RefusalCode EXCEEDS_APPROVED = new RefusalCode(
            "exceeds-approved",
            Stage.AMOUNT,
            "{requested} exceeds what is left of the approved amount of the project {projectNo}: {left} of {approved}.",
            "金额 {requested} 超过项目 {projectNo} 批准金额 {approved} 的剩余 {left}。");

    public static final RefusalCode ACCEPTANCE_NEEDED = new RefusalCode(
            "acceptance-needed",
            Stage.RULE,
            "The last tranche waits for the acceptance of the project {projectNo}: its category {category} requires it.",
            "{category} 类别要求验收后方可拨付最后一批，项目 {projectNo} 尚未验收。");

    public static final RefusalCode SECURITY_EVIDENCE_NEEDED = new RefusalCode(
            "security-evidence-needed",
            Stage.RULE,
            "The last tranche waits for the security evidence of the project {projectNo}: its category {category} "
                    + "requires it.",
            "{category} 类别要求提交网络安全证明后方可拨付最后一批，项目 {projectNo} 尚未提交。");

    public static final RefusalCode ENTRUSTED_MIXED = new RefusalCode(
            "entrusted-mixed",
            Stage.RULE,
            "Entrusted money is never mixed: a project of {entrusted} takes money of that fund alone, not of {funds}.",
            "受托资金不得与其他资金混用：使用 {entrusted} 的项目不得同时使用 {funds}。");

    private ProjectRefusals() {}
}
