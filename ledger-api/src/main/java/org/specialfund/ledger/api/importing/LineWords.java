package org.specialfund.ledger.api.importing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;

/** Says in words why something of a file was not taken. */
final class LineWords {

    private static final Map<String, String[]> WORDS = words();
    private static final Map<String, RefusalCode> REFUSALS = refusals();

    private LineWords() {}

    /** A sentence in Chinese for a Chinese locale, else in English. */
    static String sentence(Issue issue, Locale locale) {
        RefusalCode refusal = issue.kind() == null ? null : REFUSALS.get(issue.code());
        if (refusal != null) {
            return new Refusal(refusal, issue.figures()).sentence(locale);
        }
        String[] words = WORDS.getOrDefault(issue.code(), new String[] {issue.code(), issue.code()});
        boolean chinese = locale.getLanguage().equals("zh");
        String where = issue.field() == null || issue.field().isEmpty() ? "" : issue.field() + (chinese ? "：" : ": ");
        return where + words[chinese ? 1 : 0];
    }

    private static Map<String, RefusalCode> refusals() {
        Map<String, RefusalCode> refusals = new HashMap<>();
        LedgerCore.refusalCodes().forEach(code -> refusals.put(code.code(), code));
        return refusals;
    }

    private static Map<String, String[]> words() {
        Map<String, String[]> words = new HashMap<>();
        words.put("bad-encoding", of("Holds bytes that are not text in the declared encoding.", "含有不符合所声明编码的字节。"));
        words.put("control-character", of("Holds a control character.", "含有控制字符。"));
        words.put("line-too-long", of("The line is too long.", "该行过长。"));
        words.put("cell-too-long", of("A cell is too long.", "有单元格内容过长。"));
        words.put("too-many-columns", of("There are too many columns.", "列数过多。"));
        words.put("wrong-column-count", of("Has another number of columns than the header.", "列数与表头不一致。"));
        words.put("broken-quote", of("Has text after a closing quote.", "引号结束后还有文字。"));
        words.put("unclosed-quote", of("Opens a quote that is never closed.", "引号没有结束。"));
        words.put("not-a-number", of("Is not a number as the profile writes them.", "不是导入方案所规定格式的数字。"));
        words.put("not-a-whole-number", of("Is not a whole number.", "不是整数。"));
        words.put("not-a-date", of("Is not a date as the profile writes them.", "不是导入方案所规定格式的日期。"));
        words.put("cell-in-error", of("The cell holds an error, or a number that is not exact.", "单元格为错误值，或数字不精确。"));
        words.put("required", of("Is required.", "必填。"));
        words.put("invalid-code", of("Must be 1 to 64 of letters, digits, . _ -", "须为 1 至 64 个字母、数字或 . _ -"));
        words.put("invalid-payee", of("Must be a scheme and a code, such as CN-USCC:…", "须为“标识体系:代码”，如 CN-USCC:…"));
        words.put("too-long", of("Is too long.", "过长。"));
        words.put("out-of-range", of("Is out of range.", "超出范围。"));
        words.put("unknown-word", of("Is not one of the words allowed here.", "不是此处允许的取值。"));
        return words;
    }

    private static String[] of(String english, String chinese) {
        return new String[] {english, chinese};
    }
}
