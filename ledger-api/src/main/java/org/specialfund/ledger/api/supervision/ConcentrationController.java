package org.specialfund.ledger.api.supervision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.fund.Funds;
import org.specialfund.ledger.projections.view.ConcentrationRow;
import org.specialfund.ledger.projections.view.Concentrations;
import org.specialfund.ledger.projections.view.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much of a fund year's paid money went to how few. */
@RestController
@RequestMapping("/api/v1/supervision/concentration")
@Tag(name = "supervision")
class ConcentrationController {

    private static final Pattern CURSOR = Pattern.compile("([A-Za-z0-9._-]{1,64})/([0-9]{4})");

    /**
     * A fund year.
     *
     * @param payees how many have anything
     * @param topPayee who has most; absent where nobody has anything
     * @param topShare of that payee, 0.42 for 42 %; absent, "n/a", where nothing was paid
     * @param hhi sum of the squares of all shares: 1 where one has everything; absent, "n/a", where nothing was paid
     */
    record YearConcentration(
            String fundKind,
            String fundCode,
            int year,
            String currency,
            BigDecimal paid,
            int payees,
            @Nullable String topPayee,
            BigDecimal paidToTop,
            @Nullable BigDecimal topShare,
            @Nullable BigDecimal hhi) {

        static YearConcentration of(ConcentrationRow row) {
            return new YearConcentration(
                    row.fundKind(),
                    row.fundCode(),
                    row.year(),
                    row.currency(),
                    row.paid(),
                    row.payees(),
                    row.topPayee(),
                    row.paidToTop(),
                    row.topShare(),
                    row.hhi());
        }
    }

    /** A part of a list, and when it is of. */
    record Answer<T>(@JsonUnwrapped PageOf<T> page, LocalDate asOf, long position, boolean provisional) {}

    private final Concentrations concentrations;
    private final Funds funds;

    ConcentrationController(Concentrations concentrations, Funds funds) {
        this.concentrations = concentrations;
        this.funds = funds;
    }

    @GetMapping
    @Operation(summary = "By fund year: how many payees, the top payee's share, Herfindahl–Hirschman index")
    ResponseEntity<Answer<YearConcentration>> years(
            @RequestParam(required = false) @Nullable String fundCode,
            @RequestParam(required = false) @Nullable Integer year,
            Moment moment,
            Page page,
            ReadRequest read) {
        new Form().optionalCode("fundCode", fundCode).check();
        var found = concentrations.page(
                new Scope(fundCode, year, moment.asOf(), moment.position()), cursor(page), page.fetch());
        List<YearConcentration> rows =
                found.rows().stream().map(YearConcentration::of).toList();
        return answer(found.position(), moment, PageOf.of(rows, page, row -> row.fundCode() + "/" + row.year()));
    }

    @GetMapping("/{code}/{year}")
    @Operation(summary = "A fund year's payees, who has most first, each with its share of what was paid")
    ResponseEntity<Answer<ConcentrationRow.Payee>> payees(
            @PathVariable String code, @PathVariable int year, Moment moment, Page page, ReadRequest read) {
        if (funds.findYear(code, year).isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        Long after = Paged.position(page);
        var found = concentrations.payees(
                new Scope(code, year, moment.asOf(), moment.position()), after == null ? 0 : after, page.fetch());
        return answer(found.position(), moment, PageOf.of(found.rows(), page, payee -> Long.toString(payee.rank())));
    }

    private static <T> ResponseEntity<Answer<T>> answer(long known, Moment moment, PageOf<T> part) {
        long position = Math.max(0, known);
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(position))
                .body(new Answer<>(part, moment.asOf(), position, moment.provisional()));
    }

    private static Concentrations.@Nullable Cursor cursor(Page page) {
        if (page.after() == null) {
            return null;
        }
        Matcher parts = CURSOR.matcher(page.after());
        if (!parts.matches()) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
        return new Concentrations.Cursor(parts.group(1), Integer.parseInt(parts.group(2)));
    }
}
