package org.specialfund.ledger.core.payee;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a payee refuses. */
public final class PayeeRefusals {

    public static final RefusalCode UNKNOWN_PAYEE =
            new RefusalCode("unknown-payee", Stage.EXISTENCE, "There is no payee {payee}.", "不存在收款单位 {payee}。");

    public static final RefusalCode PAYEE_EXISTS =
            new RefusalCode("payee-exists", Stage.EXISTENCE, "The payee {payee} exists already.", "收款单位 {payee} 已存在。");

    public static final RefusalCode WRONG_CHECK_DIGIT = new RefusalCode(
            "wrong-check-digit",
            Stage.RULE,
            "The credit code {payee} has a wrong check digit (GB 32100-2015); a document must explain it.",
            "统一社会信用代码 {payee} 校验位不符（GB 32100-2015），须附说明文件。");

    public static final RefusalCode UNKNOWN_ACCOUNT = new RefusalCode(
            "unknown-account",
            Stage.EXISTENCE,
            "The payee {payee} has no account {accountId}.",
            "收款单位 {payee} 没有账户 {accountId}。");

    public static final RefusalCode ACCOUNT_EXISTS = new RefusalCode(
            "account-exists",
            Stage.EXISTENCE,
            "The payee {payee} has an account {accountId} already.",
            "收款单位 {payee} 已有账户 {accountId}。");

    public static final RefusalCode ACCOUNT_VERIFIED = new RefusalCode(
            "account-verified", Stage.STATE, "The account {accountId} is verified already.", "账户 {accountId} 已核实。");

    public static final RefusalCode ACCOUNT_NOT_VERIFIED = new RefusalCode(
            "account-not-verified", Stage.STATE, "The account {accountId} is not verified.", "账户 {accountId} 尚未核实。");

    public static final RefusalCode PAYEE_BARRED = new RefusalCode(
            "payee-barred",
            Stage.STATE,
            "Payments to {payee} are barred since {since}.",
            "收款单位 {payee} 自 {since} 起被禁止拨付。");

    public static final RefusalCode PAYEE_NOT_BARRED = new RefusalCode(
            "payee-not-barred", Stage.STATE, "The payee {payee} is not barred.", "收款单位 {payee} 未被禁止拨付。");

    public static final RefusalCode QUALIFICATION_MISSING = new RefusalCode(
            "qualification-missing",
            Stage.RULE,
            "The unit {payee} has no qualification in the category {category}, which the fund's rules require.",
            "单位 {payee} 没有管理办法要求的 {category} 类别资质。");

    public static final RefusalCode QUALIFICATION_EXPIRED = new RefusalCode(
            "qualification-expired",
            Stage.RULE,
            "On {day} the unit {payee} has no valid qualification in the category {category}: it has expired.",
            "单位 {payee} 的 {category} 类别资质在 {day} 已过期。");

    private PayeeRefusals() {}
}
