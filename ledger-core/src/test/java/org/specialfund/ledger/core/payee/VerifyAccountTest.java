package org.specialfund.ledger.core.payee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.payee.event.QualificationRecorded;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A bank account is proposed by one person and verified by another, before it is paid to. */
class VerifyAccountTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private static final Person BOTH = Person.of("p-both", Role.CLERK, Role.REVIEWER);

    @BeforeEach
    void aPayee() {
        ledger.standard().given(Do.issue("A1", "100", "2026-02-01"));
    }

    @Test
    void refusesWhoProposedIt() {
        ledger.accepts(Do.account("T:1", "K1"), BOTH);

        ledger.refuses(Do.verify("T:1", "K1"), BOTH).because("same-person");
        ledger.accepts(Do.verify("T:1", "K1"), TestLedger.REVIEWER);
    }

    @Test
    void refusesPaymentsToAnAccountThatIsNotVerified() {
        ledger.given(Do.account("T:1", "K1"));

        ledger.refuses(Do.payment("D1", "A1", "1", "2026-03-01").account("K1").request())
                .because("account-not-verified")
                .with("accountId", "K1");
        ledger.refuses(Do.payment("D1", "A1", "1", "2026-03-01").account("K1").record())
                .because("account-not-verified");
        ledger.given(Do.verify("T:1", "K1"));
        ledger.accepts(Do.payment("D1", "A1", "1", "2026-03-01").account("K1").request());
    }

    @Test
    void aSuspensionExcusesNoUnverifiedAccount() {
        ledger.given(Do.account("T:1", "K1"));

        ledger.refuses(Do.payment("D1", "A1", "1", "2026-03-01")
                        .account("K1")
                        .despite("paid already")
                        .record())
                .because("account-not-verified");
    }

    @Test
    void refusesAnUnknownAccountEvenOfABarredPayee() {
        ledger.given(Do.bar("T:1", "2026-01-01", null));

        ledger.refuses(Do.payment("D1", "A1", "1", "2026-03-01").account("K9").request())
                .because("unknown-account")
                .with("payee", "T:1")
                .with("accountId", "K9");
        ledger.refuses(Do.verify("T:1", "K9")).because("unknown-account");
    }

    @Test
    void refusesAnAccountTwice() {
        ledger.given(Do.account("T:1", "K1"));

        ledger.refuses(Do.account("T:1", "K1")).because("account-exists").with("accountId", "K1");
        ledger.given(Do.verify("T:1", "K1"));
        ledger.refuses(Do.verify("T:1", "K1")).because("account-verified").with("accountId", "K1");
    }

    @Test
    void refusesAnUnknownPayee() {
        ledger.refuses(Do.account("T:9", "K1")).because("unknown-payee").with("payee", "T:9");
        ledger.refuses(Do.verify("t:1", "K1")).because("unknown-payee").with("payee", "t:1");
        ledger.refuses(Do.qualification("T:9")).because("unknown-payee");
    }

    @Test
    void recordsAQualification() {
        assertThat(ledger.accepts(Do.qualification("T:1"))).hasExactlyElementsOfTypes(QualificationRecorded.class);
    }
}
