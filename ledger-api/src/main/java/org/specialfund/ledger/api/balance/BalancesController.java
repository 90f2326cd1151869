package org.specialfund.ledger.api.balance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.fund.FundKinds;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.AccountBalance;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.balance.Known;
import org.specialfund.ledger.projections.balance.Statement;
import org.specialfund.ledger.projections.balance.StatementQuery;
import org.specialfund.ledger.projections.balance.TrialBalance;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Balances on both axes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "balances")
class BalancesController {

    /** Names of accounts are longer than codes: parts are percent-encoded. */
    private static final int LONGEST_NAME = 600;

    private static final Pattern CURSOR = Pattern.compile("([0-9-]{10})/([0-9]{1,18})/([0-9]{1,4})");

    /**
     * What an account holds.
     *
     * @param account its name: {@code unallocated.F.2025}, {@code available.A7}, {@code paid.A7.CN-USCC%3A…}
     * @param asOf only what is effective then or before
     * @param position only what was known at it
     * @param provisional whether an open transaction could still add to that
     */
    record BalanceView(
            String account,
            String kind,
            String fundCode,
            int year,
            @Nullable String allocationNo,
            @Nullable String payee,
            String currency,
            BigDecimal balance,
            LocalDate asOf,
            long position,
            boolean provisional) {

        static BalanceView of(AccountBalance account, Moment moment, long position) {
            return new BalanceView(
                    account.account(),
                    account.kind().prefix(),
                    account.fund(),
                    account.year(),
                    account.allocation(),
                    account.payee(),
                    account.currency(),
                    account.balance(),
                    moment.asOf(),
                    Math.max(0, position),
                    moment.provisional());
        }
    }

    /**
     * A part of a statement.
     *
     * @param opening before the first day
     * @param closing at the end of the last day
     */
    record StatementView(
            String account,
            String currency,
            BigDecimal opening,
            BigDecimal closing,
            PageOf<Statement.Row> rows,
            long position,
            boolean provisional) {}

    /**
     * The sum of a fund year's accounts: its debits are never added to those of another fund.
     *
     * @param fundKind {@code regular}, or {@code entrusted}: a book of its own
     */
    record BookView(
            String fundKind, String fund, int year, boolean memo, String currency, BigDecimal debits, BigDecimal sum) {}

    /**
     * What the accounts add up to.
     *
     * @param accounts of the fund that was asked for; absent where none was
     */
    record TrialBalanceView(
            boolean balanced,
            long count,
            List<BookView> sums,
            @Nullable List<BalanceView> accounts,
            LocalDate asOf,
            long position,
            boolean provisional) {}

    private final Balances balances;
    private final Allocations allocations;
    private final FundKinds funds;

    BalancesController(Balances balances, Allocations allocations, FundKinds funds) {
        this.balances = balances;
        this.allocations = allocations;
        this.funds = funds;
    }

    @GetMapping("/balances")
    @Operation(summary = "What an account held, as of a day, as known at a time")
    ResponseEntity<BalanceView> balance(@RequestParam String account, Moment moment, ReadRequest read) {
        Known<Optional<AccountBalance>> known = balances.balance(checked(account), moment.at());
        AccountBalance found = seen(known.answer(), read);
        return answer(known.position(), BalanceView.of(found, moment, known.position()));
    }

    @GetMapping("/statements")
    @Operation(
            summary = "An account's postings, in order of effective date, with the balance after each",
            description = "Pages of one statement belong together where knownAt is the position of the first one. "
                    + "asOf is the last day.")
    @SuppressWarnings("NullAway") // a nested type's @Nullable is lost in the class file: the cursor may be null
    ResponseEntity<StatementView> statement(
            @RequestParam String account,
            @RequestParam(required = false) @Nullable LocalDate from,
            Moment moment,
            Page page,
            ReadRequest read) {
        Known<Optional<Statement>> known = balances.statement(new StatementQuery(
                checked(account), from, moment.asOf(), moment.position(), cursor(page), page.fetch()));
        Statement statement = known.answer().orElseThrow(BalancesController::unknown);
        seen(Optional.of(statement.account()), read);
        return answer(
                known.position(),
                new StatementView(
                        statement.account().account(),
                        statement.account().currency(),
                        statement.opening(),
                        statement.closing(),
                        PageOf.of(
                                statement.rows(),
                                page,
                                row -> row.effectiveDate() + "/" + row.position() + "/" + row.leg()),
                        Math.max(0, known.position()),
                        moment.provisional()));
    }

    @GetMapping("/trial-balance")
    @Operation(
            summary = "What all accounts add up to: zero for every fund year",
            description = "With fund, the accounts of that fund too. With fundKind, regular or entrusted funds only.")
    ResponseEntity<TrialBalanceView> trialBalance(
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String fundKind,
            Moment moment,
            ReadRequest read) {
        new Form().optionalCode("fund", fund).check();
        FundKinds.Kinds kinds = funds.now(fundKind);
        List<AccountBalance> accounts = new ArrayList<>();
        AtomicLong count = new AtomicLong();
        Known<TrialBalance> known = balances.trialBalance(fund, year, moment.at(), account -> {
            if (kinds.wants(account.fund())) {
                count.incrementAndGet();
                if (fund != null) {
                    accounts.add(account);
                }
            }
        });
        return answer(
                known.position(),
                new TrialBalanceView(
                        known.answer().balanced(),
                        count.get(),
                        known.answer().sums().stream()
                                .filter(sum -> kinds.wants(sum.fund()))
                                .map(sum -> book(sum, kinds.of(sum.fund())))
                                .toList(),
                        fund == null
                                ? null
                                : accounts.stream()
                                        .map(account -> BalanceView.of(account, moment, known.position()))
                                        .toList(),
                        moment.asOf(),
                        Math.max(0, known.position()),
                        moment.provisional()));
    }

    private static BookView book(TrialBalance.Sum sum, String fundKind) {
        return new BookView(fundKind, sum.fund(), sum.year(), sum.memo(), sum.currency(), sum.debits(), sum.sum());
    }

    /** The account, unless the person may not see it: a unit sees those of its own allocations. */
    private AccountBalance seen(Optional<AccountBalance> found, ReadRequest read) {
        AccountBalance account = found.orElseThrow(BalancesController::unknown);
        if (read.unit() != null) {
            String recipient = Optional.ofNullable(account.allocation())
                    .flatMap(allocations::find)
                    .map(AllocationView::recipient)
                    .orElse("");
            if (!read.sees(recipient)) {
                throw unknown();
            }
        }
        return account;
    }

    private static String checked(String account) {
        new Form()
                .that(!account.isBlank() && account.length() <= LONGEST_NAME, "account", "invalid")
                .check();
        return account;
    }

    private static Statement.@Nullable Cursor cursor(Page page) {
        if (page.after() == null) {
            return null;
        }
        var parts = CURSOR.matcher(page.after());
        if (!parts.matches()) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
        try {
            return new Statement.Cursor(
                    LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }

    private static <T> ResponseEntity<T> answer(long position, T body) {
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, position)))
                .body(body);
    }
}
