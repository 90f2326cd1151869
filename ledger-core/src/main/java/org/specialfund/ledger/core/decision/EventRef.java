package org.specialfund.ledger.core.decision;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one event for ever; written {@code stream@sequence}.
 *
 * @param stream {@code allocation:a7}
 * @param sequence from 0
 */
public record EventRef(String stream, long sequence) {

    private static final Pattern FORM = Pattern.compile("[^@]{1,300}@(0|[1-9][0-9]{0,17})");

    /** Whether the text names an event. */
    public static boolean isOne(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** Reads a text that {@link #isOne}. */
    public static EventRef of(String text) {
        int at = text.lastIndexOf('@');
        return new EventRef(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return stream + "@" + sequence;
    }
}
