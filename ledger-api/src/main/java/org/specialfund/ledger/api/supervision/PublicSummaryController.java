package org.specialfund.ledger.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.fund.Funds;
import org.specialfund.ledger.projections.view.Answered;
import org.specialfund.ledger.projections.view.LadderGroup;
import org.specialfund.ledger.projections.view.LadderRow;
import org.specialfund.ledger.projections.view.Ladders;
import org.specialfund.ledger.projections.view.PublicLists;
import org.specialfund.ledger.projections.view.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the office may publish of a fund year: no bank data, no natural persons, no people of the office. Reading it
 * needs a role of the office, which decides what it publishes and when (decision record 0020).
 */
@RestController
@RequestMapping("/api/v1/public/funds")
@Tag(name = "supervision")
class PublicSummaryController {

    private static final int MOST = 500;

    /**
     * A fund year for the public.
     *
     * @param appropriated with what was increased and reduced
     * @param byCategory allocations without a category have none
     * @param byUnit organisations, who was allocated most first; 500 at most
     * @param others natural persons, and units beyond the 500, together
     * @param projects those that got money of the year, as they are now; 500 at most
     */
    record PublicSummary(
            String fundCode,
            String name,
            int year,
            LocalDate firstDay,
            LocalDate lastDay,
            String currency,
            BigDecimal appropriated,
            BigDecimal carriedIn,
            BigDecimal allocated,
            BigDecimal paid,
            BigDecimal reported,
            @Nullable BigDecimal executionRate,
            @Nullable BigDecimal spendingRate,
            List<Share> byCategory,
            List<Share> byUnit,
            Others others,
            List<PublicLists.PublicProject> projects,
            LocalDate asOf,
            long position) {}

    /** Of a category or unit; the name is absent where there is none. */
    record Share(@Nullable String name, BigDecimal allocated, BigDecimal paid) {}

    /** Of those who are not named. */
    record Others(int count, BigDecimal allocated, BigDecimal paid) {}

    private final Funds funds;
    private final Ladders ladders;
    private final PublicLists lists;

    PublicSummaryController(Funds funds, Ladders ladders, PublicLists lists) {
        this.funds = funds;
        this.ladders = ladders;
        this.lists = lists;
    }

    @GetMapping("/{code}/{year}")
    @Operation(
            summary = "A fund year for the public: no bank data, no natural persons",
            description = "For the office, which publishes it.")
    ResponseEntity<PublicSummary> get(
            @PathVariable String code, @PathVariable int year, Moment moment, ReadRequest read) {
        FundView fund = funds.find(code).orElseThrow(PublicSummaryController::unknown);
        FundView.Year found = fund.years().stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElseThrow(PublicSummaryController::unknown);
        Answered<List<LadderRow>> whole =
                ladders.by(LadderGroup.FUND_YEAR, new Scope(code, year, moment.asOf(), moment.position()));
        // All parts rest on the position of the first.
        Scope scope = new Scope(code, year, moment.asOf(), whole.position());
        LadderRow book = whole.answer().stream().findFirst().orElseThrow(PublicSummaryController::unknown);
        long position = Math.max(0, whole.position());
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(position))
                .body(summary(fund, found, book, scope, position));
    }

    private PublicSummary summary(FundView fund, FundView.Year year, LadderRow book, Scope scope, long position) {
        List<LadderRow> recipients = ladders.by(LadderGroup.RECIPIENT, scope).answer().stream()
                .sorted(Comparator.comparing(LadderRow::allocated)
                        .reversed()
                        .thenComparing(row -> Objects.requireNonNullElse(row.name(), "")))
                .toList();
        Map<String, String> names = lists.organisations(recipients.stream()
                .map(LadderRow::name)
                .filter(Objects::nonNull)
                .toList());
        List<LadderRow> named = recipients.stream()
                .filter(row -> names.containsKey(Objects.requireNonNullElse(row.name(), "")))
                .limit(MOST)
                .toList();
        Set<LadderRow> shown = new HashSet<>(named);
        List<LadderRow> others =
                recipients.stream().filter(row -> !shown.contains(row)).toList();
        return new PublicSummary(
                fund.fundCode(),
                fund.name(),
                year.year(),
                year.firstDay(),
                year.lastDay(),
                year.currency(),
                book.sum(AccountKind.APPROPRIATED).negate(),
                book.sum(AccountKind.CARRIED_IN).negate(),
                book.allocated(),
                book.sum(AccountKind.PAID),
                book.sum(AccountKind.REPORTED),
                book.executionRate(),
                book.spendingRate(),
                ladders.by(LadderGroup.CATEGORY, scope).answer().stream()
                        .map(row -> share(row, row.name()))
                        .toList(),
                named.stream().map(row -> share(row, names.get(row.name()))).toList(),
                others(others, Amounts.zero(year.currency())),
                lists.projects(fund.fundCode(), year.year(), MOST),
                scope.asOf(),
                position);
    }

    private static Share share(LadderRow row, @Nullable String name) {
        return new Share(name, row.allocated(), row.sum(AccountKind.PAID));
    }

    private static Others others(List<LadderRow> rows, BigDecimal zero) {
        return new Others(
                rows.size(),
                rows.stream().map(LadderRow::allocated).reduce(zero, BigDecimal::add),
                rows.stream().map(row -> row.sum(AccountKind.PAID)).reduce(zero, BigDecimal::add));
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
