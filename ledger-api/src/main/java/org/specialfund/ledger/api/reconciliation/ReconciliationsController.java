package org.specialfund.ledger.api.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.audit.EvidenceFiles;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.exporting.TableWriter;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.reconciliation.BankItem;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.reconciliation.LateEntry;
import org.specialfund.ledger.projections.reconciliation.MonthView;
import org.specialfund.ledger.projections.reconciliation.Reconciliations;
import org.specialfund.ledger.projections.reconciliation.RefusedPayment;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads months beside their bank statements. */
@RestController
@RequestMapping("/api/v1/reconciliations")
@Tag(name = "reconciliations")
class ReconciliationsController {

    private static final List<String> HEADER = List.of(
            "list",
            "item",
            "amount",
            "line",
            "booked_on",
            "bank_reference",
            "ledger_items",
            "references",
            "payees",
            "reason",
            "note",
            "explained_by",
            "refused");

    /**
     * One of the lists in figures.
     *
     * @param unexplained of these, neither matched nor explained
     */
    record Figures(int count, BigDecimal amount, int unexplained) {}

    /**
     * A month.
     *
     * @param bankMovements of the statement
     * @param ledgerMovements of the ledger in the month
     * @param adjustedBalance the bank's closing balance with what only the ledger knows, which is the ledger's with what
     *     only the bank knows
     * @param restated what was posted into the month after it was locked; its sum is the change of what is paid
     */
    record MonthAnswer(
            MonthView month,
            BigDecimal bankMovements,
            BigDecimal ledgerMovements,
            BigDecimal adjustedBalance,
            Figures matched,
            Figures ledgerOnly,
            Figures bankOnly,
            LateEntry.Sum restated) {}

    private final Reconciliations months;
    private final MonthLists lists;
    private final EvidenceFiles files;

    ReconciliationsController(Reconciliations months, MonthLists lists, EvidenceFiles files) {
        this.months = months;
        this.lists = lists;
        this.files = files;
    }

    @GetMapping
    @Operation(summary = "Months beside their bank statements, in order of fund and month")
    ResponseEntity<PageOf<MonthView>> list(
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable String state,
            Page page,
            ReadRequest read) {
        return Paged.of(
                months.page(fund, state, page.after(), page.fetch()),
                page,
                month -> month.fundCode() + "/" + month.month());
    }

    @GetMapping("/{fund}/{year}/{month}")
    @Operation(summary = "A month: its statement, its three lists in figures, who signed, and what was entered since")
    MonthAnswer get(@PathVariable String fund, @PathVariable int year, @PathVariable String month, ReadRequest read) {
        MonthLists.Lists found = lists.of(month(fund, year, month));
        YearMonth days = YearMonth.parse(month);
        return new MonthAnswer(
                found.month(),
                found.month().closingBalance().subtract(found.month().openingBalance()),
                found.ledgerMovements(),
                found.adjustedBalance(),
                figures("matched", found),
                figures("ledger-only", found),
                figures("bank-only", found),
                months.lateSum(fund, days.atDay(1), days.atEndOfMonth()));
    }

    @GetMapping("/{fund}/{year}/{month}/lists/{list}")
    @Operation(
            summary = "One of the lists: matched, ledger-only, or bank-only beside refused attempts",
            description = "Of a locked month, as it was signed.")
    PageOf<ListRow> rows(
            @PathVariable String fund,
            @PathVariable int year,
            @PathVariable String month,
            @PathVariable String list,
            Page page,
            ReadRequest read) {
        MonthView found = month(fund, year, month);
        if (!ListRow.LISTS.contains(list)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        List<ListRow> all = ListRow.of(list, lists.of(found));
        int from = place(all, page);
        List<ListRow> part = all.subList(from, Math.min(all.size(), from + page.fetch()));
        return PageOf.of(beside(found, part), page, ListRow::item);
    }

    @GetMapping("/{fund}/{year}/{month}/restated")
    @Operation(summary = "What was posted into a month after it was locked, in the order of recording, with who did it")
    ResponseEntity<PageOf<LateEntry>> restated(
            @PathVariable String fund,
            @PathVariable int year,
            @PathVariable String month,
            Page page,
            ReadRequest read) {
        month(fund, year, month);
        YearMonth days = YearMonth.parse(month);
        return Paged.of(
                months.late(fund, days.atDay(1), days.atEndOfMonth(), Paged.position(page), page.fetch()),
                page,
                entry -> Long.toString(entry.position()));
    }

    @GetMapping("/{fund}/{year}/{month}/statement")
    @Operation(summary = "The statement's file, byte for byte; clerk, treasury, approver, auditor or inspector")
    ResponseEntity<byte[]> statement(
            @PathVariable String fund, @PathVariable int year, @PathVariable String month, ReadRequest read) {
        MonthView found = month(fund, year, month);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("statement-" + fund + "-" + month)
                                .build()
                                .toString())
                .header("X-Content-Sha256", found.fileSha256())
                .body(files.good(found.fileSha256()));
    }

    @GetMapping("/{fund}/{year}/{month}/lists.{kind:csv|xlsx}")
    @Operation(summary = "The three lists, as a table")
    void export(
            @PathVariable String fund,
            @PathVariable int year,
            @PathVariable String month,
            @PathVariable String kind,
            ReadRequest read,
            HttpServletResponse response)
            throws IOException {
        MonthLists.Lists found = lists.of(month(fund, year, month));
        TableWriter.begin(kind, "reconciliation-" + fund + "-" + month, response);
        try (TableWriter table = TableWriter.open(kind, response.getOutputStream(), HEADER)) {
            for (String list : ListRow.LISTS) {
                for (ListRow row : beside(found.month(), ListRow.of(list, found))) {
                    table.row(cells(row));
                }
            }
        }
    }

    private static List<@Nullable Object> cells(ListRow row) {
        StatementLine line = row.line();
        return Arrays.asList(
                row.list(),
                row.item(),
                row.amount(),
                line == null ? null : line.line(),
                line == null ? null : line.bookedOn(),
                line == null ? row.entries().get(0).bankReference() : line.bankReference(),
                row.entries().stream().map(BankItem::item).collect(Collectors.joining(" ")),
                row.entries().stream().map(BankItem::reference).collect(Collectors.joining(" ")),
                row.entries().stream().map(BankItem::payee).distinct().collect(Collectors.joining(" ")),
                row.explanation() == null ? null : row.explanation().reason(),
                row.explanation() == null ? null : row.explanation().note(),
                row.explanation() == null ? null : row.explanation().explainedBy(),
                row.refused().stream()
                        .map(attempt -> attempt.code() + " " + attempt.reference())
                        .collect(Collectors.joining("; ")));
    }

    private List<ListRow> beside(MonthView month, List<ListRow> rows) {
        List<StatementLine> bankOnly = rows.stream()
                .filter(row -> row.list().equals("bank-only"))
                .map(ListRow::line)
                .toList();
        List<RefusedPayment> attempts = lists.refused(month, bankOnly);
        return rows.stream().map(row -> row.beside(attempts)).toList();
    }

    private static Figures figures(String list, MonthLists.Lists lists) {
        List<ListRow> rows = ListRow.of(list, lists);
        BigDecimal amount = rows.stream().map(ListRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        long unexplained = list.equals("matched")
                ? 0
                : rows.stream().filter(row -> row.explanation() == null).count();
        return new Figures(rows.size(), Amounts.signed(amount, lists.month().currency()), Math.toIntExact(unexplained));
    }

    private static int place(List<ListRow> rows, Page page) {
        if (page.after() == null) {
            return 0;
        }
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place).item().equals(page.after())) {
                return place + 1;
            }
        }
        throw new ProblemException(Problem.malformed("cursor", "invalid"));
    }

    private MonthView month(String fund, int year, String month) {
        return months.find(fund, year, month).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
