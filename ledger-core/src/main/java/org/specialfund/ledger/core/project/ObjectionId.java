package org.specialfund.ledger.core.project;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names an objection: the project's number, a colon (which no number can hold), and a number from 1. */
public record ObjectionId(String projectNo, int number) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}:[1-9][0-9]{0,5}");

    /** Whether the text names an objection. */
    public static boolean isOne(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** Reads a text that {@link #isOne}. */
    public static ObjectionId of(String text) {
        int colon = text.lastIndexOf(':');
        return new ObjectionId(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return projectNo + ":" + number;
    }
}
