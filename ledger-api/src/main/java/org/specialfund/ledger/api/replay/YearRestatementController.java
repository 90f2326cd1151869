package org.specialfund.ledger.api.replay;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Between;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.api.replay.Entries.EntryView;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.balance.Known;
import org.specialfund.ledger.projections.balance.RestatementQuery;
import org.specialfund.ledger.projections.balance.Restatements;
import org.specialfund.ledger.projections.balance.YearFigures;
import org.specialfund.ledger.projections.balance.YearRestatement;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.fund.Funds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A fund year's figures as they were known when they were signed, beside those of another time. */
@RestController
@RequestMapping("/api/v1/funds/{code}/years/{year}/restatement")
@Tag(name = "fund years")
class YearRestatementController {

    /**
     * The figures as known at one time.
     *
     * @param executionRate paid in the year over what there was to spend, 0.42 for 42 %; absent, "n/a", at zero
     * @param spendingRate reported as spent over paid; absent, "n/a", at zero
     */
    record Figures(
            @JsonUnwrapped YearFigures figures,
            BigDecimal allocated,
            @Nullable BigDecimal executionRate,
            @Nullable BigDecimal spendingRate) {

        static @Nullable Figures of(@Nullable YearFigures figures) {
            return figures == null
                    ? null
                    : new Figures(figures, figures.allocated(), figures.executionRate(), figures.spendingRate());
        }
    }

    /**
     * Both, and what makes the difference.
     *
     * @param before as known at {@code knownFrom}; absent where nothing was known of the year
     * @param after as known at {@code knownTo}; absent where nothing is
     * @param changes what all entries add up to, by kind of account: those that give are negative
     * @param count of all entries, on all pages
     * @param agrees whether {@code changes} make the difference of the figures: always, or the answer is an error
     */
    record YearRestatementView(
            String fundCode,
            int year,
            String currency,
            LocalDate asOf,
            long knownFrom,
            long knownTo,
            @Nullable Figures before,
            @Nullable Figures after,
            Map<String, BigDecimal> changes,
            long count,
            boolean agrees,
            PageOf<EntryView> entries,
            boolean provisional) {}

    private final Funds funds;
    private final Restatements restatements;
    private final Entries entries;

    YearRestatementController(Funds funds, Restatements restatements, Entries entries) {
        this.funds = funds;
        this.restatements = restatements;
        this.entries = entries;
    }

    @GetMapping
    @Operation(
            summary = "A fund year's figures and rates as known at two times, and the entries that make the difference",
            description = "As of one day. Entries are those to accounts of this year, in recorded order; running is "
                    + "counted per page, over all accounts. Pages belong together where knownTo is that of the first.")
    ResponseEntity<YearRestatementView> restatement(
            @PathVariable String code, @PathVariable int year, Between between, Page page, ReadRequest read) {
        FundView.Year found = funds.findYear(code, year).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        Known<YearRestatement> known = restatements.year(
                code,
                year,
                found.lastDay(),
                new RestatementQuery(
                        between.asOf(), between.from(), between.to(), Explanations.cursor(page), page.fetch()));
        YearRestatement restated = known.answer();
        entries.check(restated.agrees(), code + "/" + year);
        long position = Math.max(0, known.position());
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(position))
                .body(new YearRestatementView(
                        code,
                        year,
                        found.currency(),
                        between.asOf(),
                        Math.min(between.from(), position),
                        position,
                        Figures.of(restated.before()),
                        Figures.of(restated.after()),
                        changes(restated, found.currency()),
                        restated.entries(),
                        restated.agrees(),
                        PageOf.of(
                                entries.of(restated.rows(), Amounts.zero(found.currency())),
                                page,
                                entry -> entry.event().position() + "/" + entry.leg()),
                        between.provisional()));
    }

    private static Map<String, BigDecimal> changes(YearRestatement restated, String currency) {
        Map<String, BigDecimal> changes = new TreeMap<>();
        restated.sums().forEach((kind, sum) -> changes.put(kind.prefix(), sum.setScale(Amounts.digits(currency))));
        return changes;
    }
}
