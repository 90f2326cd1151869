package org.specialfund.ledger.core.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.fund.event.FundEstablished;
import org.specialfund.ledger.core.fund.event.FundRulesSet;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** A fund is established once, with the first version of its rules. */
class EstablishFundTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void establishesAFundWithItsFirstRules() {
        assertThat(ledger.accepts(Do.fund("F1").command()))
                .hasExactlyElementsOfTypes(FundEstablished.class, FundRulesSet.class);
    }

    @Test
    void refusesACodeThatExists() {
        ledger.given(Do.fund("F1").command());

        ledger.refuses(Do.fund("F1").command()).because("fund-exists").with("fundCode", "F1");
    }

    @Test
    void refusesACodeThatDiffersOnlyByCase() {
        ledger.given(Do.fund("F1").command());

        ledger.refuses(Do.fund("f1").command())
                .because("differs-only-by-case")
                .with("requested", "f1")
                .with("existing", "F1");
    }

    @Test
    void keepsThresholdsWithTheDigitsOfTheCurrency() {
        List<LedgerEvent> events =
                ledger.accepts(Do.fund("F1").leaderFrom("500000").command());

        assertThat(((FundRulesSet) events.get(1)).leaderThreshold()).isEqualTo("500000.00");
    }

    @Test
    void refusesAThresholdBelowZeroAndOneTooFine() {
        ledger.refuses(Do.fund("F1").leaderFrom("-1").command())
                .because("amount-not-positive")
                .with("requested", "-1");
        ledger.refuses(Do.fund("F1").currency("UGX").leaderFrom("0.5").command())
                .because("too-many-decimals")
                .with("currency", "UGX")
                .with("digits", "0");
    }

    @Test
    void refusesWhatIsMalformed() {
        assertThatThrownBy(() -> Do.fund("F 1").command()).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Do.fund("F1").currency("XXX").command()).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Do.fund("F1").zone("Asia/Nowhere").command()).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Do.fund("F1").until("2023-12-31").command()).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Do.fund("F1").surplusTo("open-year").command()).isInstanceOf(MalformedException.class);
    }
}
