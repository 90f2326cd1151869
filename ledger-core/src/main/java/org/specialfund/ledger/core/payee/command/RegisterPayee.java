package org.specialfund.ledger.core.payee.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Registers a payee.
 *
 * @param payee scheme and code; {@code CN-USCC:…} (统一社会信用代码) for Chinese units, any other scheme as given
 * @param kind {@code organisation} or {@code person}
 * @param name of an organisation; a person's name never comes here
 * @param checkDigitOverride document that explains a wrong check digit; genuine early codes fail it
 */
@EventType("payee.register")
public record RegisterPayee(
        String payee,
        String kind,
        @Nullable String name,
        @Nullable String checkDigitOverride) implements LedgerCommand {
    /** Checks the form. */
    public RegisterPayee {
        new Form()
                .payee("payee", payee)
                .optionalText("name", name)
                .oneOf("kind", kind, List.of("organisation", "person"))
                .that("organisation".equals(kind) == (name != null), "name", "for-organisations-only")
                .optionalText("checkDigitOverride", checkDigitOverride)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.CLERK);
    }
}
