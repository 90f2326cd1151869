package org.specialfund.ledger.core.shared;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why something was not done: a stable code, and the figures that explain it. Immutable.
 *
 * @param figures by name, as plain text: amounts as decimal strings, dates as ISO 8601
 */
public record Refusal(RefusalCode code, Map<String, String> figures) {

    /** Sorts and copies the figures. */
    public Refusal {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /** A refusal with no figures. */
    public static Refusal of(RefusalCode code) {
        return new Refusal(code, Map.of());
    }

    /** The same refusal with one more figure. */
    public Refusal with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(figures);
        more.put(name, value instanceof BigDecimal amount ? amount.toPlainString() : String.valueOf(value));
        return new Refusal(code, more);
    }

    /** The sentence in Chinese for a Chinese locale, else in English, with the figures filled in. */
    public String sentence(Locale locale) {
        String sentence = locale.getLanguage().equals("zh") ? code.chinese() : code.english();
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            sentence = sentence.replace("{" + figure.getKey() + "}", figure.getValue());
        }
        return sentence;
    }

    /** This refusal, to be thrown by a guard. */
    public RefusedException asException() {
        return new RefusedException(this);
    }
}
