package org.specialfund.ledger.core.disbursement;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a recovery: the disbursement's reference, a colon (which no reference can hold), and a number from 1.
 */
public record RecoveryId(String reference, int number) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}:[1-9][0-9]{0,5}");

    /** Whether the text names a recovery. */
    public static boolean isOne(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** Reads a text that {@link #isOne}. */
    public static RecoveryId of(String text) {
        int colon = text.lastIndexOf(':');
        return new RecoveryId(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return reference + ":" + number;
    }
}
