package org.specialfund.ledger.core.fundyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.shared.Amounts;

/** A budget is authorised to an open year, on a day of it that has come. */
class AppropriateBudgetTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.given(Do.fund("F1").until("2026-10-31").command(), Do.openYear(2026));
    }

    @Test
    void makesMoneyUnallocated() {
        ledger.accepts(Do.appropriate("1000", "2026-01-01"));

        assertThat(ledger.balances())
                .containsOnly(Map.entry("appropriated.F1.2026", "-1000"), Map.entry("unallocated.F1.2026", "1000"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-16, date-in-future",
        "2025-12-31, date-outside-year",
        "2027-01-01, date-outside-year",
    })
    void refusesADayThatTheYearHasNot(String day, String code) {
        ledger.refuses(Do.appropriate("1000", day)).because(code).with("effectiveDate", day);
    }

    @Test
    void refusesADayOutsideTheTerm() {
        ledger.today("2026-12-01");

        ledger.refuses(Do.appropriate("1000", "2026-11-01"))
                .because("date-outside-term")
                .with("effectiveDate", "2026-11-01");
        ledger.accepts(Do.appropriate("1000", "2026-10-31"));
    }

    @Test
    void decidesTodayInTheZoneOfTheFund() {
        ledger.now("2026-06-15T15:59:59Z");
        ledger.refuses(Do.appropriate("1", "2026-06-16"))
                .because("date-in-future")
                .with("today", "2026-06-15");

        ledger.now("2026-06-15T16:00:00Z");
        ledger.accepts(Do.appropriate("1", "2026-06-16"));
    }

    @Test
    void refusesAnAmountThatIsNotPositiveOrTooFine() {
        ledger.refuses(Do.appropriate("0", "2026-01-01"))
                .because("amount-not-positive")
                .with("requested", "0");
        ledger.refuses(Do.appropriate("-5.00", "2026-01-01"))
                .because("amount-not-positive")
                .with("requested", "-5.00");
        ledger.refuses(Do.appropriate("0.005", "2026-01-01"))
                .because("too-many-decimals")
                .with("requested", "0.005")
                .with("currency", "CNY")
                .with("digits", "2");
    }

    @ParameterizedTest
    @CsvSource({"UGX, 1.0, 1", "KWD, 1.001, 1.001", "CNY, 1, 1.00"})
    void keepsTheDigitsOfTheCurrency(String currency, String amount, String kept) {
        ledger.given(Do.fund("G").currency(currency).command(), Do.openYear("G", 2026));

        BudgetAppropriated event = (BudgetAppropriated)
                ledger.accepts(Do.appropriate("G", 2026, amount, "2026-01-01")).get(0);

        assertThat(event.amount().stripTrailingZeros()).isEqualByComparingTo(amount);
        assertThat(event.amount().scale()).isEqualTo(Amounts.digits(currency));
        assertThat(new BigDecimal(kept)).isEqualByComparingTo(event.amount());
    }

    @Test
    void refusesAnUnknownYear() {
        ledger.refuses(Do.appropriate("F1", 2025, "1", "2025-01-01"))
                .because("unknown-fund-year")
                .with("fundCode", "F1")
                .with("year", "2025");
    }

    @Test
    void refusesAClosingYear() {
        ledger.given(Do.startClosing(2026));

        ledger.refuses(Do.appropriate("1", "2026-06-01"))
                .because("year-closing")
                .with("year", "2026");
    }
}
