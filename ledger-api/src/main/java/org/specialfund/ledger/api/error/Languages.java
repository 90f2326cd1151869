package org.specialfund.ledger.api.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages that the ledger speaks: English, and Chinese as written in mainland China. */
public final class Languages {

    private Languages() {}

    /** The first language of {@code Accept-Language} that the ledger speaks, else English; works in filters too. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH; // getLocales would answer with this machine's
        }
        List<Locale> wanted = Collections.list(request.getLocales());
        return wanted.stream()
                .filter(locale -> isChinese(locale) || locale.getLanguage().equals("en"))
                .findFirst()
                .map(locale -> isChinese(locale) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)
                .orElse(Locale.ENGLISH);
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
