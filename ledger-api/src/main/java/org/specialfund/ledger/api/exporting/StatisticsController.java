package org.specialfund.ledger.api.exporting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.fund.FundKinds;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.view.Answered;
import org.specialfund.ledger.projections.view.LadderGroup;
import org.specialfund.ledger.projections.view.LadderRow;
import org.specialfund.ledger.projections.view.Ladders;
import org.specialfund.ledger.projections.view.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The statistics package: the ladder by fund year, category and recipient, and control totals. It is given out only
 * when all its sections add up to the trial balance at the same position and day.
 */
@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "exports")
class StatisticsController {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsController.class);

    private static final String NOT_AVAILABLE = "n/a";

    private static final List<LadderGroup> SECTIONS =
            List.of(LadderGroup.FUND_YEAR, LadderGroup.CATEGORY, LadderGroup.RECIPIENT);

    private final Ladders ladders;
    private final Balances balances;
    private final FundKinds funds;
    private final Clock clock;

    /** Where and when the figures are of. */
    private record Stamp(At at, Instant madeAt) {}

    private record Made(Map<LadderGroup, List<LadderRow>> sections, Statistics control, long position) {}

    StatisticsController(Ladders ladders, Balances balances, FundKinds funds, Clock clock) {
        this.ladders = ladders;
        this.balances = balances;
        this.funds = funds;
        this.clock = clock;
    }

    @GetMapping("/statistics.{kind:csv|xlsx}")
    @Operation(
            summary = "The statistics package: the ladder by fund year, category and recipient, with control totals",
            description =
                    "The control totals are the trial balance's at the same position and day. Where a section does "
                            + "not add up to them, there is no file, but 500 statistics-differ.")
    void statistics(@PathVariable String kind, ReadRequest read, Moment moment, HttpServletResponse response)
            throws IOException {
        Made made = made(moment.asOf(), moment.position());
        try {
            check(made);
        } catch (ProblemException e) {
            // A transaction that was open meanwhile may have been seen by one of the two only: then not again.
            made = made(moment.asOf(), made.position());
            check(made);
        }
        LedgerPosition.set(response, made.position());
        TableWriter.begin(kind, "statistics", response);
        Stamp stamp = new Stamp(new At(moment.asOf(), made.position()), clock.instant());
        try (TableWriter table = TableWriter.open(kind, response.getOutputStream(), header())) {
            for (List<LadderRow> rows : made.sections().values()) {
                for (LadderRow row : rows) {
                    table.row(row(row, stamp));
                }
            }
            for (Map.Entry<Statistics.Sums, Map<AccountKind, BigDecimal>> total :
                    made.control().totals().entrySet()) {
                table.row(total(total.getKey(), total.getValue(), stamp));
            }
        }
    }

    /** The sections and, from the trial balance at the same position, what they must add up to. */
    private Made made(LocalDate asOf, @Nullable Long knownAt) {
        Map<LadderGroup, List<LadderRow>> sections = new LinkedHashMap<>();
        Long known = knownAt;
        for (LadderGroup group : SECTIONS) {
            Answered<List<LadderRow>> section = ladders.by(group, new Scope(null, null, asOf, known));
            known = section.position();
            sections.put(group, section.answer());
        }
        Statistics control = new Statistics();
        FundKinds.Kinds kinds = funds.now(null);
        long position = balances.trialBalance(
                        null, null, new At(asOf, known), account -> control.add(account, kinds.of(account.fund())))
                .position();
        return new Made(sections, control, position);
    }

    private static void check(Made made) {
        made.sections().forEach((group, rows) -> {
            try {
                made.control().check(group, rows);
            } catch (ProblemException e) {
                LOG.error("The statistics by {} differ from the ledger", group.word(), e);
                throw e;
            }
        });
    }

    private static List<String> header() {
        List<String> header =
                new ArrayList<>(List.of("section", "fund_kind", "fund", "year", "category", "recipient", "currency"));
        for (AccountKind kind : AccountKind.values()) {
            header.add(kind.prefix().replace('-', '_'));
        }
        header.addAll(List.of(
                "allocated",
                "paid_in_year",
                "accepted",
                "execution_rate",
                "spending_rate",
                "as_of",
                "known_at",
                "made_at"));
        return header;
    }

    private static List<@Nullable Object> row(LadderRow row, Stamp stamp) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.group().word());
        cells.add(row.fundKind());
        cells.add(row.fundCode());
        cells.add(row.year());
        cells.add(row.group() == LadderGroup.CATEGORY ? row.name() : null);
        cells.add(row.group() == LadderGroup.RECIPIENT ? row.name() : null);
        cells.add(row.currency());
        for (AccountKind kind : AccountKind.values()) {
            cells.add(row.group().ofAllocations() && !Statistics.OF_ALLOCATIONS.contains(kind) ? null : row.sum(kind));
        }
        cells.add(row.allocated());
        cells.add(row.paidInYear());
        cells.add(row.accepted());
        cells.add(Objects.requireNonNullElse(row.executionRate(), NOT_AVAILABLE));
        cells.add(Objects.requireNonNullElse(row.spendingRate(), NOT_AVAILABLE));
        end(cells, stamp);
        return cells;
    }

    /** The ledger's own sums, kind by kind; what is not an account's stays empty. */
    private static List<@Nullable Object> total(Statistics.Sums of, Map<AccountKind, BigDecimal> sums, Stamp stamp) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add("trial-balance");
        cells.add(of.fundKind());
        for (int column = 0; column < 4; column++) {
            cells.add(null);
        }
        cells.add(of.currency());
        for (AccountKind kind : AccountKind.values()) {
            cells.add(sums.getOrDefault(kind, Amounts.zero(of.currency())));
        }
        for (int column = 0; column < 5; column++) {
            cells.add(null);
        }
        end(cells, stamp);
        return cells;
    }

    private static void end(List<@Nullable Object> cells, Stamp stamp) {
        cells.add(stamp.at().asOf());
        cells.add(stamp.at().knownAt());
        cells.add(stamp.madeAt());
    }
}
