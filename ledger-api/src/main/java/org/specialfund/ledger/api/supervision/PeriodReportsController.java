package org.specialfund.ledger.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.exporting.TableWriter;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.fund.Funds;
import org.specialfund.ledger.projections.view.Answered;
import org.specialfund.ledger.projections.view.PeriodReport;
import org.specialfund.ledger.projections.view.PeriodReports;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Month and quarter reports of a fund year. */
@RestController
@RequestMapping("/api/v1/supervision/reports/{code}")
@Tag(name = "supervision")
class PeriodReportsController {

    private static final String NOT_AVAILABLE = "n/a";

    private static final List<String> HEADER = List.of(
            "fund",
            "year",
            "period",
            "first_day",
            "last_day",
            "currency",
            "figure",
            "in_period",
            "cumulative",
            "known_at");

    /**
     * A report.
     *
     * @param figures of the period, and from the year's first day to the period's last
     * @param executionRate of the year up to the period's end; absent, "n/a", at zero
     * @param spendingRate of the year up to the period's end; absent, "n/a", at zero
     * @param position what was known; the report asked for again with it is the same for ever
     */
    record Report(
            String fundCode,
            int year,
            String period,
            LocalDate firstDay,
            LocalDate lastDay,
            String currency,
            PeriodReport figures,
            @Nullable BigDecimal executionRate,
            @Nullable BigDecimal spendingRate,
            long position,
            boolean provisional) {}

    private final Funds funds;
    private final PeriodReports reports;

    PeriodReportsController(Funds funds, PeriodReports reports) {
        this.funds = funds;
        this.reports = reports;
    }

    @GetMapping("/{year:[0-9]+}")
    @Operation(
            summary = "A fund year's month or quarter: this period and cumulative",
            description = "period: 2025-03 for a month of the calendar, 2025-Q1 for a quarter of the fiscal year. "
                    + "Effective-dated; knownAt says as known when. asOf is refused: the period says the day.")
    ResponseEntity<Report> get(
            @PathVariable String code,
            @PathVariable int year,
            @RequestParam String period,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String asOf,
            Moment moment,
            ReadRequest read) {
        Report report = report(code, year, period, asOf, moment);
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(report.position()))
                .body(report);
    }

    @GetMapping("/{year:[0-9]+}.{kind:csv|xlsx}")
    @Operation(summary = "The same as a table, a row a figure")
    void table(
            @PathVariable String code,
            @PathVariable int year,
            @PathVariable String kind,
            @RequestParam String period,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String asOf,
            Moment moment,
            ReadRequest read,
            HttpServletResponse response)
            throws IOException {
        Report report = report(code, year, period, asOf, moment);
        LedgerPosition.set(response, report.position());
        TableWriter.begin(kind, "report-" + code + "-" + year + "-" + period, response);
        try (TableWriter table = TableWriter.open(kind, response.getOutputStream(), HEADER)) {
            for (PeriodReport.Named named : report.figures().lines()) {
                table.row(row(
                        report,
                        named.figure(),
                        named.line().period(),
                        named.line().cumulative()));
            }
            table.row(row(report, "executionRate", "", rate(report.executionRate())));
            table.row(row(report, "spendingRate", "", rate(report.spendingRate())));
        }
    }

    private static List<? extends @Nullable Object> row(
            Report report, String figure, Object period, Object cumulative) {
        return Arrays.asList(
                report.fundCode(),
                report.year(),
                report.period(),
                report.firstDay(),
                report.lastDay(),
                report.currency(),
                figure,
                period,
                cumulative,
                report.position());
    }

    private static Object rate(@Nullable BigDecimal rate) {
        return Objects.requireNonNullElse(rate, NOT_AVAILABLE);
    }

    private Report report(String code, int number, String name, @Nullable String asOf, Moment moment) {
        if (asOf != null) {
            throw new ProblemException(Problem.malformed("asOf", "period-says-the-day"));
        }
        FundView.Year year =
                funds.findYear(code, number).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        Period period = Period.of(name, year);
        Answered<PeriodReport> known =
                reports.report(code, number, year.currency(), period.firstDay(), period.lastDay(), moment.position());
        return new Report(
                code,
                number,
                name,
                period.firstDay(),
                period.lastDay(),
                year.currency(),
                known.answer(),
                known.answer().executionRate(),
                known.answer().spendingRate(),
                Math.max(0, known.position()),
                moment.provisional());
    }
}
