package org.specialfund.ledger.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.view.Ageing;
import org.specialfund.ledger.projections.view.AgeingRow;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How old unspent money is. */
@RestController
@RequestMapping("/api/v1/supervision/ageing")
@Tag(name = "supervision")
class AgeingController {

    /** Money unspent for two consecutive years is surplus (国办发〔2014〕70号). */
    private static final int SURPLUS_YEARS = 2;

    private static final Pattern CURSOR = Pattern.compile("([A-Za-z0-9._-]{1,64})/([0-9]{4})/([0-9]{4})");

    /**
     * Unspent money of a fund year, by the year whose budget it came from.
     *
     * @param yearsUnspent fiscal years of the fund that ended since, the year of origin included
     * @param surplus whether it is unspent for two consecutive years: carrying it again needs an authorising document
     */
    record Unspent(
            String fundKind,
            String fundCode,
            int year,
            String state,
            int originYear,
            String currency,
            BigDecimal unallocated,
            BigDecimal available,
            BigDecimal held,
            BigDecimal unspent,
            int yearsUnspent,
            boolean surplus) {

        static Unspent of(AgeingRow row, LocalDate today) {
            int ended = (int) Math.max(0, ChronoUnit.YEARS.between(row.firstDay(), today));
            int years = row.year() + ended - row.originYear();
            return new Unspent(
                    row.fundKind(),
                    row.fundCode(),
                    row.year(),
                    row.state(),
                    row.originYear(),
                    row.currency(),
                    row.unallocated(),
                    row.available(),
                    row.held(),
                    row.unspent(),
                    years,
                    years >= SURPLUS_YEARS);
        }
    }

    private final Ageing ageing;
    private final Clock clock;
    private final ZoneId zone;

    AgeingController(Ageing ageing, Clock clock, @Value("${ledger.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.ageing = ageing;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    @Operation(summary = "Unspent money of the years that are not closed, by origin year, two-year surplus marked")
    ResponseEntity<PageOf<Unspent>> get(
            @RequestParam(required = false) @Nullable String fundCode,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            ReadRequest read) {
        new Form().optionalCode("fundCode", fundCode).check();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        var found = ageing.page(fundCode, year, cursor(page), page.fetch());
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, found.position())))
                .body(PageOf.of(
                        found.rows().stream().map(row -> Unspent.of(row, today)).toList(),
                        page,
                        row -> row.fundCode() + "/" + row.year() + "/" + row.originYear()));
    }

    private static Ageing.@Nullable Cursor cursor(Page page) {
        if (page.after() == null) {
            return null;
        }
        Matcher parts = CURSOR.matcher(page.after());
        if (!parts.matches()) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
        return new Ageing.Cursor(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }
}
