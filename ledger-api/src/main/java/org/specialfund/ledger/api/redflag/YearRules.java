package org.specialfund.ledger.api.redflag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.specialfund.ledger.core.redflag.rule.Benford;
import org.specialfund.ledger.core.redflag.rule.Concentration;
import org.specialfund.ledger.core.redflag.rule.DormantAllocation;
import org.specialfund.ledger.core.redflag.rule.PeriodEnds;
import org.specialfund.ledger.core.redflag.rule.Rule;
import org.specialfund.ledger.core.redflag.rule.SlowSpending;
import org.specialfund.ledger.core.redflag.rule.Thresholds;
import org.specialfund.ledger.core.redflag.rule.YearEndRush;
import org.specialfund.ledger.projections.supervision.YearFacts;

/** The rules that judge a fund year as a whole, or that time alone makes true. Run on demand only. Stateless. */
final class YearRules {

    private static final int MONTHS = 12;

    private final YearFacts facts;

    YearRules(YearFacts facts) {
        this.facts = facts;
    }

    List<YearFacts.YearRow> years() {
        return facts.years();
    }

    /** What the rules say of a fund year, as of an instant; by the thresholds of that day, or of an ended year's last. */
    List<Judgement> judge(YearFacts.YearRow year, Instant now, FundRules rules) {
        List<Judgement> all = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(year.timeZone()));
        Thresholds judged = rules.thresholds(year.fundCode(), today.isAfter(year.lastDay()) ? year.lastDay() : today);
        YearFacts.SumsRow sums = facts.sums(year);
        all.add(of(
                new SlowSpending(judged),
                year,
                new SlowSpending.Facts(year.entries(), year.budget(), sums.paid(), elapsedMonths(year, today))));
        all.add(of(
                new YearEndRush(judged),
                year,
                new YearEndRush.Facts(
                        sums.entries(),
                        sums.lastMonth(),
                        sums.paid(),
                        today.isAfter(year.lastDay()),
                        new PeriodEnds(sums.dates(), sums.periodEnds()))));
        judgePayees(year, sums, judged, all);
        for (YearFacts.UnpaidRow row : facts.unpaid(year)) {
            String entry = "allocation:" + row.allocationNo().toLowerCase(Locale.ROOT) + "@0";
            all.add(Judgement.of(
                    new DormantAllocation(judged),
                    row.allocationNo(),
                    year.fundCode(),
                    year.year(),
                    new DormantAllocation.Facts(entry, row.issued(), today, year.lastDay(), row.paid(), row.left())));
        }
        return all;
    }

    private void judgePayees(YearFacts.YearRow year, YearFacts.SumsRow sums, Thresholds judged, List<Judgement> all) {
        YearFacts.TopRow top = facts.top(year);
        if (top == null) {
            return;
        }
        all.add(of(
                new Concentration(judged),
                year,
                new Concentration.Facts(top.entries(), top.payee(), top.paid(), sums.paid(), sums.payees())));
        all.add(of(new Benford(judged), year, new Benford.Facts(facts.amounts(year), top.entries())));
    }

    private static <F> Judgement of(Rule<F> rule, YearFacts.YearRow year, F facts) {
        return Judgement.of(rule, year.fundCode() + "/" + year.year(), year.fundCode(), year.year(), facts);
    }

    private static int elapsedMonths(YearFacts.YearRow year, LocalDate today) {
        long months = ChronoUnit.MONTHS.between(year.firstDay(), today);
        return (int) Math.max(0, Math.min(MONTHS, months));
    }
}
