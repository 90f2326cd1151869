package org.specialfund.ledger.core.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the form of a command's fields and collects every problem. Every input is bounded here. */
public final class Form {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern PAYEE = Pattern.compile("[A-Za-z0-9-]{1,32}:[A-Za-z0-9._-]{1,64}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,127}");
    private static final int TEXT = 500;
    private static final int INTEGER_DIGITS = 18;
    private static final int DECIMALS = 6;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final List<MalformedException.Problem> problems = new ArrayList<>();

    /** One of our codes or numbers: 1 to 64 of letters, digits, {@code . _ -}. */
    public Form code(String field, @Nullable String value) {
        return matches(field, value, CODE, "invalid-code");
    }

    /** The same, or absent. */
    public Form optionalCode(String field, @Nullable String value) {
        return value == null ? this : code(field, value);
    }

    /** A payee: scheme and code, {@code CN-USCC:…}. */
    public Form payee(String field, @Nullable String value) {
        return matches(field, value, PAYEE, "invalid-payee");
    }

    /** Free text, not blank, at most 500 characters, no control characters. */
    public Form text(String field, @Nullable String value) {
        return required(field, value) ? optionalText(field, value) : this;
    }

    /** The same, or absent. */
    public Form optionalText(String field, @Nullable String value) {
        if (value == null) {
            return this;
        }
        if (value.isBlank()) {
            return problem(field, "required");
        }
        if (value.length() > TEXT) {
            return problem(field, "too-long");
        }
        return value.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)
                ? problem(field, "control-character")
                : this;
    }

    /** An amount of at most 18 digits before and 6 after the point; its sign is the ledger's matter. */
    public Form amount(String field, @Nullable BigDecimal value) {
        return required(field, value) ? optionalAmount(field, value) : this;
    }

    /** The same, or absent. */
    public Form optionalAmount(String field, @Nullable BigDecimal value) {
        if (value == null) {
            return this;
        }
        boolean bounded = Math.abs((long) value.scale()) <= 40 && value.precision() <= 60;
        if (!bounded
                || value.precision() - value.scale() > INTEGER_DIGITS
                || value.stripTrailingZeros().scale() > DECIMALS) {
            return problem(field, "out-of-range");
        }
        return this;
    }

    /** A date from 1900 to 2199. */
    public Form date(String field, @Nullable LocalDate value) {
        return required(field, value) ? optionalDate(field, value) : this;
    }

    /** The same, or absent. */
    public Form optionalDate(String field, @Nullable LocalDate value) {
        return value == null || !value.isBefore(FIRST_DAY) && !value.isAfter(LAST_DAY)
                ? this
                : problem(field, "out-of-range");
    }

    /** A fiscal year from 1901 to 2199. */
    public Form year(String field, int value) {
        return range(field, value, 1901, 2199);
    }

    /** The year whose budget money of a year came from: not after that year; or absent. */
    public Form optionalOriginYear(@Nullable Integer value, int year) {
        return value == null ? this : range("originYear", value, 1901, year);
    }

    /** A number within bounds. */
    public Form range(String field, int value, int least, int most) {
        return value >= least && value <= most ? this : problem(field, "out-of-range");
    }

    /** A document: its text is required. */
    public Form document(@Nullable String documentRef, @Nullable String documentSha256) {
        return text("documentRef", documentRef).optionalSha256("documentSha256", documentSha256);
    }

    /** A document that may be absent. */
    public Form optionalDocument(@Nullable String documentRef, @Nullable String documentSha256) {
        return optionalText("documentRef", documentRef).optionalSha256("documentSha256", documentSha256);
    }

    /** A SHA-256 in lower-case hexadecimal. */
    public Form sha256(String field, @Nullable String value) {
        return matches(field, value, SHA256, "invalid-sha256");
    }

    /** A media type such as {@code application/pdf}, without parameters. */
    public Form mediaType(String field, @Nullable String value) {
        return matches(field, value, MEDIA_TYPE, "invalid-media-type");
    }

    /** One of the words. */
    public Form oneOf(String field, @Nullable String value, Collection<String> words) {
        return required(field, value) && !words.contains(value) ? problem(field, "unknown-word") : this;
    }

    /** A list that is not empty and not longer than the limit. */
    public Form list(String field, @Nullable Collection<?> value, int most) {
        if (!required(field, value) || value == null) {
            return this;
        }
        if (value.isEmpty()) {
            return problem(field, "required");
        }
        return value.size() > most ? problem(field, "too-long") : this;
    }

    /** Codes of which no two are the same, or differ only by case. */
    public Form distinct(String field, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (code != null && !seen.add(code.toLowerCase(Locale.ROOT))) {
                return problem(field, "repeated");
            }
        }
        return this;
    }

    /** Adds a problem unless the condition holds. */
    public Form that(boolean holds, String field, String problem) {
        return holds ? this : problem(field, problem);
    }

    /** Throws {@link MalformedException} where there was any problem. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new MalformedException(problems);
        }
    }

    private Form optionalSha256(String field, @Nullable String value) {
        return value == null ? this : sha256(field, value);
    }

    private Form matches(String field, @Nullable String value, Pattern pattern, String problem) {
        if (!required(field, value) || value == null) {
            return this;
        }
        return pattern.matcher(value).matches() ? this : problem(field, problem);
    }

    private boolean required(String field, @Nullable Object value) {
        if (value == null) {
            problems.add(new MalformedException.Problem(field, "required"));
        }
        return value != null;
    }

    private Form problem(String field, String problem) {
        problems.add(new MalformedException.Problem(field, problem));
        return this;
    }
}
