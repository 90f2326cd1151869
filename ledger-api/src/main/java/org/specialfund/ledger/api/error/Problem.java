package org.specialfund.ledger.api.error;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.specialfund.ledger.api.store.CommandRefusals;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;

/**
 * A problem before it is put into words. Immutable.
 *
 * @param status of HTTP
 * @param code stable, kebab-case
 * @param figures what a program can read; they are members of the answer
 * @param fields what is malformed; empty for any other problem
 */
public record Problem(
        int status,
        String code,
        String english,
        String chinese,
        Map<String, String> figures,
        List<MalformedException.Problem> fields) {

    /** Copies. */
    public Problem {
        figures = Map.copyOf(figures);
        fields = List.copyOf(fields);
    }

    /** A problem of the edge. */
    public static Problem of(ProblemCode code) {
        return new Problem(code.status(), code.code(), code.english(), code.chinese(), Map.of(), List.of());
    }

    /** The same with one more figure. */
    public Problem with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(figures);
        more.put(name, String.valueOf(value));
        return new Problem(status, code, english, chinese, more, fields);
    }

    /** Malformed fields. */
    public static Problem malformed(List<MalformedException.Problem> fields) {
        ProblemCode code = ProblemCode.MALFORMED;
        return new Problem(code.status(), code.code(), code.english(), code.chinese(), Map.of(), fields);
    }

    /** One malformed field. */
    public static Problem malformed(String field, String problem) {
        return malformed(List.of(new MalformedException.Problem(field, problem)));
    }

    /**
     * A refusal: 400 where the amount's form is wrong, 404 where what is named is unknown, 403 where the person's roles
     * never allow it, 412 where it was changed since it was looked at, else 409. What the edge has a code of its own
     * for is answered as the edge does.
     */
    public static Problem of(Refusal refusal) {
        RefusalCode code = refusal.code();
        for (ProblemCode own : List.of(ProblemCode.IDEMPOTENCY_CONFLICT, ProblemCode.IN_FLIGHT)) {
            if (own.code().equals(code.code())) {
                return of(own);
            }
        }
        return new Problem(statusOf(code), code.code(), code.english(), code.chinese(), refusal.figures(), List.of());
    }

    /** The sentence, with the figures filled in, or each malformed field's. */
    public String detail(Locale locale) {
        boolean inChinese = Languages.isChinese(locale);
        if (!fields.isEmpty()) {
            return fields.stream()
                    .map(field -> field.field() + ": " + FieldWords.sentence(field.problem(), locale))
                    .collect(Collectors.joining(inChinese ? "；" : "; "));
        }
        String sentence = inChinese ? chinese : english;
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            sentence = sentence.replace("{" + figure.getKey() + "}", figure.getValue());
        }
        return sentence;
    }

    /** The status of a refusal with this code. */
    static int statusOf(RefusalCode code) {
        if (code.equals(CommandRefusals.BATCH_REFUSED)) {
            return 409; // another command of the batch is at fault, not this one's form
        }
        return switch (code.stage()) {
            case SIGN -> 400;
            case EXISTENCE -> code.code().startsWith("unknown-") ? 404 : 409;
            case PEOPLE -> code.equals(CommonRefusals.ROLE_NOT_ALLOWED) ? 403 : 409;
            case STATE -> code.equals(CommonRefusals.CHANGED_MEANWHILE) ? 412 : 409;
            case RULE, AMOUNT -> 409;
        };
    }
}
