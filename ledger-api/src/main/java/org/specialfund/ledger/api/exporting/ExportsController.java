package org.specialfund.ledger.api.exporting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.fund.FundKinds;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.api.replay.EventView;
import org.specialfund.ledger.api.replay.Explanations;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.balance.JournalEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports, streamed. Each states its effective date and the position that it rests on. */
@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "exports")
class ExportsController {

    private static final List<String> EXPLANATION = List.of(
            "position",
            "recorded_at",
            "effective_date",
            "entry",
            "type",
            "document",
            "reason",
            "reverses",
            "actor",
            "proposed_by",
            "confirmed_by",
            "account",
            "amount",
            "running",
            "as_of",
            "known_at");

    private final Balances balances;
    private final Explanations explanations;
    private final JournalExport journal;
    private final FundKinds funds;

    ExportsController(Balances balances, Explanations explanations, FundKinds funds) {
        this.balances = balances;
        this.explanations = explanations;
        this.funds = funds;
        this.journal = new JournalExport(balances);
    }

    @GetMapping("/journal")
    @Operation(
            summary = "The journal for hledger, ledger or beancount",
            description =
                    "With every account declared and every balance asserted, so that the program checks the ledger. With"
                            + " fundKind, regular or entrusted funds only: their books never meet.")
    void journal(
            @RequestParam(defaultValue = "hledger") String format,
            @RequestParam(required = false) @Nullable String fundKind,
            ReadRequest read,
            Moment moment,
            HttpServletResponse response)
            throws IOException {
        JournalFormat chosen = JournalFormat.of(format)
                .orElseThrow(() -> new ProblemException(Problem.malformed("format", "unknown-word")));
        FundKinds.Kinds kinds = funds.now(fundKind);
        At at = fixed(moment, response);
        response.setContentType("text/plain;charset=UTF-8");
        attach(response, "journal." + (chosen == JournalFormat.BEANCOUNT ? "beancount" : "journal"));
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        journal.write(chosen, at, kinds, out);
        out.flush();
    }

    @GetMapping("/balances.{kind:csv|xlsx}")
    @Operation(summary = "Every account's balance, as a table; with fundKind, of regular or entrusted funds only")
    void balances(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String fundKind,
            ReadRequest read,
            Moment moment,
            HttpServletResponse response)
            throws IOException {
        FundKinds.Kinds kinds = funds.now(fundKind);
        At at = fixed(moment, response);
        TableWriter.begin(kind, "balances", response);
        List<String> header = List.of(
                "account",
                "kind",
                "fund",
                "year",
                "allocation",
                "payee",
                "currency",
                "balance",
                "as_of",
                "known_at",
                "fund_kind");
        try (TableWriter table = TableWriter.open(kind, response.getOutputStream(), header)) {
            balances.trialBalance(null, null, at, account -> {
                if (kinds.wants(account.fund())) {
                    write(
                            table,
                            account.account(),
                            account.kind().prefix(),
                            account.fund(),
                            account.year(),
                            account.allocation(),
                            account.payee(),
                            account.currency(),
                            account.balance(),
                            at.asOf(),
                            at.knownAt(),
                            kinds.of(account.fund()));
                }
            });
        }
    }

    @GetMapping("/postings.{kind:csv|xlsx}")
    @Operation(summary = "Every posting, as a table; with fundKind, of regular or entrusted funds only")
    void postings(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String fundKind,
            ReadRequest read,
            Moment moment,
            HttpServletResponse response)
            throws IOException {
        FundKinds.Kinds kinds = funds.now(fundKind);
        At at = fixed(moment, response);
        TableWriter.begin(kind, "postings", response);
        List<String> header = List.of(
                "position",
                "recorded_at",
                "effective_date",
                "event_id",
                "type",
                "document",
                "account",
                "currency",
                "amount",
                "as_of",
                "known_at",
                "fund_kind");
        try (TableWriter table = TableWriter.open(kind, response.getOutputStream(), header)) {
            balances.journal(at, entry -> {
                for (JournalEntry.Leg leg : entry.legs()) {
                    if (!kinds.wants(leg.account().fund())) {
                        continue;
                    }
                    write(
                            table,
                            entry.position(),
                            entry.recordedAt(),
                            entry.effectiveDate(),
                            entry.eventId(),
                            entry.type(),
                            entry.documentRef(),
                            leg.account().name(),
                            entry.currency(),
                            leg.amount(),
                            at.asOf(),
                            at.knownAt(),
                            kinds.of(leg.account().fund()));
                }
            });
        }
    }

    @GetMapping("/explanation.{kind:csv|xlsx}")
    @Operation(summary = "The postings that make a balance, with who, when and why, as a table")
    void explanation(
            @PathVariable String kind,
            @RequestParam String account,
            ReadRequest read,
            Moment moment,
            HttpServletResponse response)
            throws IOException {
        At at = fixed(moment, response);
        long position = Objects.requireNonNull(at.knownAt());
        explanations.check(account, moment.asOf(), position);
        TableWriter.begin(kind, "explanation", response);
        try (TableWriter table = TableWriter.open(kind, response.getOutputStream(), EXPLANATION)) {
            explanations.each(account, moment.asOf(), position, entry -> {
                EventView event = entry.event();
                write(
                        table,
                        event.position(),
                        event.recordedAt(),
                        event.effectiveDate(),
                        event.entry(),
                        event.type(),
                        event.documentRef(),
                        event.reason(),
                        event.reverses(),
                        event.people().get("actor"),
                        event.people().get("proposedBy"),
                        event.people().get("confirmedBy"),
                        entry.account(),
                        entry.amount(),
                        entry.running(),
                        at.asOf(),
                        position);
            });
        }
    }

    /** The same point with its position named, so that all parts of an export rest on it. */
    private At fixed(Moment moment, HttpServletResponse response) {
        long position = balances.balance("", moment.at()).position();
        LedgerPosition.set(response, position);
        return new At(moment.asOf(), position);
    }

    private static void attach(HttpServletResponse response, String file) {
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    private static void write(TableWriter table, @Nullable Object... cells) {
        try {
            table.row(Arrays.asList(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
