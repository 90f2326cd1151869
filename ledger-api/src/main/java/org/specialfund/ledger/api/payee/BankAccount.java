package org.specialfund.ledger.api.payee;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Form;

/**
 * A bank account as a client gives it. Never logged, never answered.
 *
 * @param number without spaces and hyphens
 * @param hash keyed, of the number
 */
record BankAccount(
        String payee,
        String accountId,
        String number,
        @Nullable String holder,
        String hash) {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{8,40}");
    private static final int DIGITS_OF_ID = 12;
    private static final int SHOWN = 4;

    static BankAccount of(
            String payee,
            @Nullable String accountId,
            @Nullable String number,
            @Nullable String holder,
            PayeeSecrets secrets) {
        String plain =
                number == null ? null : number.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        new Form()
                .payee("payee", payee)
                .optionalCode("accountId", accountId)
                .optionalText("holder", holder)
                .that(number != null, "number", "required")
                .that(plain == null || NUMBER.matcher(plain).matches(), "number", "invalid")
                .check();
        String hash = secrets.hash(Objects.requireNonNull(plain));
        // The same number again is then the same account again.
        String id = accountId == null ? hash.substring(0, DIGITS_OF_ID) : accountId;
        return new BankAccount(payee, id, plain, holder, hash);
    }

    String lastFour() {
        return number.substring(number.length() - SHOWN);
    }

    @Override
    public String toString() {
        return "BankAccount[" + accountId + "]";
    }
}
