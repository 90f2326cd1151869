package org.specialfund.ledger.core.fundyear;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.Fund;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.fund.command.AmendRules;
import org.specialfund.ledger.core.fund.command.CloseFund;
import org.specialfund.ledger.core.fund.event.FundYearAdded;
import org.specialfund.ledger.core.fundyear.command.AdjustBudget;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.CarryOverUnallocated;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.ReclaimUnallocated;
import org.specialfund.ledger.core.fundyear.command.SetPlan;
import org.specialfund.ledger.core.fundyear.command.StartClosing;
import org.specialfund.ledger.core.fundyear.event.ClosingStarted;
import org.specialfund.ledger.core.fundyear.event.FundYearEvent;
import org.specialfund.ledger.core.fundyear.event.FundYearOpened;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.FiscalYear;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** How commands reach a fund year. Closing a year concerns its allocations: it is decided with them. */
public final class FundYears {

    /** What fund years bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            FundYearEvent.class,
            List.of(FundYear.TYPE),
            List.of(YearFacts.GATE),
            List.of(
                    Handler.of(OpenYear.class, FundYears::needs, FundYears::open),
                    Handler.of(
                            AppropriateBudget.class,
                            (c, lookup, needs) -> needs(c.fundCode(), c.year(), needs),
                            FundYears::appropriate),
                    Handler.of(
                            AdjustBudget.class,
                            (c, lookup, needs) -> needs(c.fundCode(), c.year(), needs),
                            FundYears::adjust),
                    Handler.of(
                            SetPlan.class,
                            (c, lookup, needs) -> needs(c.fundCode(), c.year(), needs),
                            FundYears::setPlan),
                    Handler.of(
                            ReclaimUnallocated.class,
                            (c, lookup, needs) -> needs(c.fundCode(), c.year(), needs),
                            FundYears::reclaim),
                    Handler.of(CarryOverUnallocated.class, FundYears::needs, FundYears::carryOver),
                    Handler.of(StartClosing.class, FundYears::needs, FundYears::startClosing),
                    Handler.of(AmendRules.class, FundYears::needs, FundYears::amendRules),
                    Handler.of(CloseFund.class, FundYears::needs, FundYears::closeFund)),
            FundYearRefusals.class);

    private FundYears() {}

    private static void needs(String fundCode, int year, Needs needs) {
        YearTerms.reads(needs, fundCode, year).decides(FundYear.key(fundCode, year));
    }

    private static void needs(OpenYear c, Lookup lookup, Needs needs) {
        needs(c.fundCode(), c.year(), needs);
        needs.changes(FundFacts.GATE.key(c.fundCode()))
                .changes(YearFacts.GATE.key(YearFacts.key(c.fundCode(), c.year())))
                .reads(YearFacts.GATE.key(YearFacts.key(c.fundCode(), c.year() - 1)))
                .reads(YearFacts.GATE.key(YearFacts.key(c.fundCode(), c.year() + 1)))
                .decides(Fund.TYPE.key(c.fundCode()));
    }

    /** Refuses days that overlap with a neighbouring year, or leave days between, because the first month changed. */
    private static void checkAdjoins(OpenYear c, FiscalYear days, Work work) {
        YearFacts before = work.fact(YearFacts.GATE.key(YearFacts.key(c.fundCode(), c.year() - 1)));
        YearFacts after = work.fact(YearFacts.GATE.key(YearFacts.key(c.fundCode(), c.year() + 1)));
        boolean adjoins = (before == null || before.lastDay().plusDays(1).equals(days.firstDay()))
                && (after == null || days.lastDay().plusDays(1).equals(after.firstDay()));
        Guard.that(adjoins, () -> Refusal.of(FundYearRefusals.YEAR_NOT_ADJOINING)
                .with("year", c.year())
                .with("firstDay", days.firstDay())
                .with("lastDay", days.lastDay()));
    }

    private static List<Step> open(OpenYear c, Work work) {
        FundFacts fund = FundFacts.of(work, c.fundCode());
        int firstMonth = fund.rulesOn(LocalDate.of(c.year(), 1, 1)).firstMonth();
        FiscalYear days = FiscalYear.of(c.year(), firstMonth);
        work.check(() -> checkAdjoins(c, days, work));
        return List.of(
                work.on(Fund.TYPE.key(c.fundCode()), f -> f.addYear(c.fundCode(), c.year())),
                work.on(FundYear.key(c.fundCode(), c.year()), year -> year.open(c, fund.currency(), days)));
    }

    private static List<Step> appropriate(AppropriateBudget c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), c.effectiveDate());
        Entry entry = terms.entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        terms.checkTakesNew(c.effectiveDate(), work);
        return List.of(work.on(FundYear.key(c.fundCode(), c.year()), year -> year.appropriate(entry)));
    }

    private static List<Step> adjust(AdjustBudget c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), c.effectiveDate());
        Entry entry = terms.entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        boolean increases = c.direction().equals("increase");
        if (increases) {
            terms.checkTakesNew(c.effectiveDate(), work);
        } else {
            terms.checkTakesEntry(c.effectiveDate(), work);
        }
        return List.of(work.on(
                FundYear.key(c.fundCode(), c.year()), year -> increases ? year.increase(entry) : year.reduce(entry)));
    }

    private static List<Step> setPlan(SetPlan c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), LocalDate.EPOCH);
        terms.citingToday(work);
        terms.fund().checkNotClosed();
        terms.year().checkTakesNew(terms.year().firstDay());
        List<PlanLine> lines = c.lines().stream()
                .map(line -> new PlanLine(line.line(), line.category(), terms.amount(line.ceiling())))
                .toList();
        return List.of(work.on(FundYear.key(c.fundCode(), c.year()), year -> year.setPlan(c, lines)));
    }

    private static List<Step> reclaim(ReclaimUnallocated c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), c.effectiveDate());
        Entry entry = terms.entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        terms.checkTakesEntry(c.effectiveDate(), work);
        return List.of(work.on(FundYear.key(c.fundCode(), c.year()), year -> year.reclaim(c.origin(), entry)));
    }

    private static void needs(CarryOverUnallocated c, Lookup lookup, Needs needs) {
        needs(c.fundCode(), c.year(), needs);
        needs(c.fundCode(), c.year() + 1, needs);
    }

    private static List<Step> carryOver(CarryOverUnallocated c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), nextFirstDay(c.fundCode(), c.year(), work));
        terms.amount(c.amount());
        terms.fund().checkNotClosed();
        YearFacts next = checkCarriesInto(terms, c.originYear(), c.authorisingDocument() != null, work);
        Entry entry = terms.entry(c.amount(), next.firstDay(), c.documentRef(), c.documentSha256());
        return List.of(
                work.on(FundYear.key(c.fundCode(), c.year()), year -> year.carryOver(c, entry)),
                work.on(FundYear.key(c.fundCode(), c.year() + 1), year -> year.receiveCarryOver(c, entry)));
    }

    /**
     * The next year, into which money is carried. Refuses a year that is not closing, a next year that is not open, and
     * money unspent for two consecutive years without an authorising document (国办发〔2014〕70号).
     */
    public static YearFacts checkCarriesInto(YearTerms terms, int originYear, boolean authorised, Work work) {
        YearFacts year = terms.year();
        year.checkNotClosed();
        Guard.that(year.status() == YearFacts.Status.CLOSING, () -> Refusal.of(FundYearRefusals.YEAR_NOT_CLOSING)
                .with("year", year.year()));
        YearFacts next = work.fact(YearFacts.GATE.key(YearFacts.key(year.fundCode(), year.year() + 1)));
        if (next == null || next.status() != YearFacts.Status.OPEN) {
            throw Refusal.of(FundYearRefusals.NEXT_YEAR_NOT_OPEN)
                    .with("toYear", year.year() + 1)
                    .asException();
        }
        Guard.that(authorised || next.year() - originYear < 2, () -> Refusal.of(FundYearRefusals.NEEDS_AUTHORISATION)
                .with("originYear", originYear));
        return next;
    }

    private static void needs(StartClosing c, Lookup lookup, Needs needs) {
        needs(c.fundCode(), c.year(), needs);
        needs.changes(YearFacts.GATE.key(YearFacts.key(c.fundCode(), c.year())));
    }

    private static List<Step> startClosing(StartClosing c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), LocalDate.EPOCH);
        terms.citingToday(work);
        terms.year().checkTakesNew(terms.year().lastDay());
        return List.of(work.on(
                FundYear.key(c.fundCode(), c.year()),
                year -> List.of(new ClosingStarted(c.fundCode(), c.year(), c.documentRef(), c.documentSha256()))));
    }

    private static void needs(AmendRules c, Lookup lookup, Needs needs) {
        // Whoever records an entry of the fund reads its gate: none comes in between.
        needs.changes(FundFacts.GATE.key(c.fundCode())).decides(Fund.TYPE.key(c.fundCode()));
    }

    private static List<Step> amendRules(AmendRules c, Work work) {
        FundFacts facts = FundFacts.of(work, c.fundCode());
        LocalDate today = work.today(facts.rulesOn(c.appliesFrom()).timeZone());
        LocalDate cited = lastEntryAhead(c.fundCode(), today, work.lookup());
        return List.of(work.on(Fund.TYPE.key(c.fundCode()), fund -> fund.amendRules(c, today, cited)));
    }

    /** The last day of an entry dated ahead, as what is carried into a year that has not begun; today where none is. */
    private static LocalDate lastEntryAhead(String fundCode, LocalDate today, Lookup lookup) {
        return yearsOf(fundCode, lookup).stream()
                .map(year -> FundYear.key(fundCode, year))
                .filter(year -> lookup.first(year)
                        .filter(begun -> begun instanceof FundYearOpened e
                                && e.firstDay().isAfter(today))
                        .isPresent())
                .flatMap(year -> lookup.all(year).stream())
                .filter(MoneyEvent.class::isInstance)
                .map(entry -> ((MoneyEvent) entry).effectiveDate())
                .filter(today::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    private static void needs(CloseFund c, Lookup lookup, Needs needs) {
        needs.changes(FundFacts.GATE.key(c.fundCode())).decides(Fund.TYPE.key(c.fundCode()));
        yearsOf(c.fundCode(), lookup)
                .forEach(year -> needs.reads(YearFacts.GATE.key(YearFacts.key(c.fundCode(), year))));
    }

    private static List<Step> closeFund(CloseFund c, Work work) {
        FundFacts.of(work, c.fundCode()).checkDate(c.effectiveDate(), work);
        Set<Integer> open = new TreeSet<>();
        for (int year : yearsOf(c.fundCode(), work.lookup())) {
            YearFacts facts = work.fact(YearFacts.GATE.key(YearFacts.key(c.fundCode(), year)));
            if (facts == null || facts.status() != YearFacts.Status.CLOSED) {
                open.add(year);
            }
        }
        return List.of(work.on(Fund.TYPE.key(c.fundCode()), fund -> fund.close(c, open)));
    }

    private static Set<Integer> yearsOf(String fundCode, Lookup lookup) {
        Set<Integer> years = new TreeSet<>();
        lookup.all(Fund.TYPE.key(fundCode)).forEach(event -> {
            if (event instanceof FundYearAdded added) {
                years.add(added.year());
            }
        });
        return years;
    }

    /** The day that both legs of a carry-over bear; whatever day where there is no such year. */
    public static LocalDate nextFirstDay(String fundCode, int year, Work work) {
        YearFacts facts = work.fact(YearFacts.GATE.key(YearFacts.key(fundCode, year)));
        return facts == null ? LocalDate.EPOCH : facts.lastDay().plusDays(1);
    }
}
