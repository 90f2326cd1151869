package org.specialfund.ledger.core.payee;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.payee.command.RegisterPayee;

/** A payee is registered once; a credit code with a wrong check digit needs a document. */
class RegisterPayeeTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void refusesAPayeeThatExistsOrDiffersOnlyByCase() {
        ledger.given(Do.payee("T:a"));

        ledger.refuses(Do.payee("T:a")).because("payee-exists").with("payee", "T:a");
        ledger.refuses(Do.payee("T:A"))
                .because("differs-only-by-case")
                .with("requested", "T:A")
                .with("existing", "T:a");
    }

    @Test
    void acceptsACreditCodeWithTheRightCheckDigit() {
        ledger.accepts(Do.payee("CN-USCC:91350100M000100Y43"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN-USCC:91350100M000100Y44",
                "CN-USCC:91350100M000100Y4",
                "CN-USCC:91350100I000100Y43",
                "cn-uscc:91350100M000100Y44",
            })
    void refusesACreditCodeWithAWrongCheckDigit(String payee) {
        ledger.refuses(Do.payee(payee)).because("wrong-check-digit").with("payee", payee);
    }

    @Test
    void acceptsAWrongCheckDigitWithADocument() {
        ledger.accepts(new RegisterPayee("CN-USCC:91350100M000100Y44", "organisation", "Early unit", "doc 7"));
    }

    @Test
    void keepsNoNameOfAPerson() {
        assertThatThrownBy(() -> new RegisterPayee("T:1", "person", "Wang Li", null))
                .isInstanceOf(MalformedException.class);
        ledger.accepts(new RegisterPayee("T:1", "person", null, null));
    }
}
