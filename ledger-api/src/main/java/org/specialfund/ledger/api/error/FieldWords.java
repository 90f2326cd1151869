package org.specialfund.ledger.api.error;

import java.util.Locale;
import java.util.Map;

/** What is wrong with a field, in words. */
final class FieldWords {

    private record Words(String english, String chinese) {}

    private static final Map<String, Words> WORDS = Map.ofEntries(
            entry("required", "is required", "必填"),
            entry("too-long", "is too long", "过长"),
            entry("too-short", "is too short", "过短"),
            entry("out-of-range", "is out of range", "超出范围"),
            entry("control-character", "holds a control character or half a character", "含有控制字符或残缺字符"),
            entry("invalid", "is not valid", "无效"),
            entry("invalid-code", "must be 1 to 64 letters, digits, '.', '_' or '-'", "须为 1 至 64 位字母、数字、“.”、“_”或“-”"),
            entry("invalid-payee", "must be scheme:code, such as CN-USCC:…", "须为“体系:代码”，如 CN-USCC:…"),
            entry("invalid-sha256", "must be 64 lower-case hexadecimal digits", "须为 64 位小写十六进制数字"),
            entry("invalid-media-type", "must be a media type such as application/pdf", "须为媒体类型，如 application/pdf"),
            entry("invalid-date", "must be an existing date as YYYY-MM-DD", "须为真实存在的日期，格式 YYYY-MM-DD"),
            entry(
                    "invalid-instant",
                    "must be an instant in UTC as YYYY-MM-DDThh:mm:ssZ",
                    "须为 UTC 时刻，格式 YYYY-MM-DDThh:mm:ssZ"),
            entry(
                    "invalid-amount",
                    "must be a decimal string such as \"1409.50\", in quotes and without an exponent",
                    "须为带引号的十进制字符串，如 \"1409.50\"，不用科学计数法"),
            entry("invalid-number", "must be a whole number", "须为整数"),
            entry("wrong-type", "has the wrong type", "类型不正确"),
            entry("unknown-field", "is not a field of this request", "不是此请求的字段"),
            entry("unknown-word", "is not one of the words allowed", "不是允许的取值"),
            entry("duplicate-field", "occurs twice", "重复出现"),
            entry("repeated", "occurs twice", "重复出现"),
            entry("not-a-weekend", "must be a Saturday or a Sunday", "须为周六或周日"),
            entry("day-off-too", "must not be a day off as well", "不得同时为放假日"),
            entry("required-to-send-back-only", "is required to send back, and only then", "仅在退回时必填"),
            entry("only-with-role-unit", "goes with the role unit only", "仅限 unit 角色填写"),
            entry("same-as-name", "must not hold the user name", "不得包含用户名"),
            entry(
                    "only-as-it-is-now",
                    "is not taken here: this is kept only as it is now; balances, statements, the trial balance, "
                            + "allocations, fund years and histories answer for another day or time",
                    "此处不支持：该内容仅保存当前状态；余额、明细账、试算平衡、指标、年度账与历史可按其他日期或时点查询"),
            entry("invalid-month", "must be a month as YYYY-MM", "须为月份，格式 YYYY-MM"),
            entry("not-a-date", "holds no date", "不含有效日期"),
            entry("not-a-number", "holds no number", "不含有效数字"),
            entry("no-header", "begins with no header that can be read", "开头没有可识别的表头"),
            entry(
                    "invalid-period",
                    "must be a month such as 2025-03 or a quarter of the fiscal year such as 2025-Q1",
                    "须为月份（如 2025-03）或财年季度（如 2025-Q1）"),
            entry("not-of-the-year", "does not lie in the fund year", "不在该年度账之内"),
            entry("period-says-the-day", "is not taken here: the period says the day", "此处不支持：日期由期间决定"),
            entry("wrong", "is wrong", "不正确"));

    private FieldWords() {}

    /** The words for a problem; the problem's own code where it has none. */
    static String sentence(String problem, Locale locale) {
        Words words = WORDS.get(problem);
        if (words == null) {
            return problem;
        }
        return Languages.isChinese(locale) ? words.chinese : words.english;
    }

    private static Map.Entry<String, Words> entry(String code, String english, String chinese) {
        return Map.entry(code, new Words(english, chinese));
    }
}
