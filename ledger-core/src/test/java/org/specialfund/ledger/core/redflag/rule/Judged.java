package org.specialfund.ledger.core.redflag.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What tests of rules say in one line. */
final class Judged {

    /** Dates that are those of days. */
    static final PeriodEnds DAYS = PeriodEnds.NONE;

    /** Dates that are those of months. */
    static final PeriodEnds MONTHS = new PeriodEnds(20, 18);

    private Judged() {}

    static Payment payment(String reference, String payee, String amount, String day) {
        return new Payment(
                List.of("disbursement:" + reference + "@0"),
                reference,
                payee,
                amount(amount),
                BigDecimal.ZERO,
                day(day),
                null);
    }

    static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static <F> Hit fires(Rule<F> rule, F facts) {
        Verdict verdict = rule.judge(facts);
        assertThat(verdict.hit())
                .as("%s on %s: %s", rule.name(), facts, verdict.notJudged())
                .isNotNull();
        assertThat(verdict.hit().entries()).isNotEmpty();
        assertThat(rule.version()).isPositive();
        return verdict.hit();
    }

    static <F> void isSilent(Rule<F> rule, F facts) {
        assertThat(rule.judge(facts)).as("%s on %s", rule.name(), facts).isEqualTo(Verdict.clear());
    }

    static <F> void doesNotJudge(String why, Rule<F> rule, F facts) {
        assertThat(rule.judge(facts)).as("%s on %s", rule.name(), facts).isEqualTo(Verdict.notJudged(why));
    }
}
