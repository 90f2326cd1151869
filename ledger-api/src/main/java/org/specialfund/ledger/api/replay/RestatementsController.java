package org.specialfund.ledger.api.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Between;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.api.replay.Entries.EntryView;
import org.specialfund.ledger.projections.balance.Restatement;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What makes a balance, and what changed it since it was known otherwise. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "balances")
class RestatementsController {

    /**
     * A balance as known at two times, and what makes the difference.
     *
     * @param before as known at {@code knownFrom}
     * @param after as known at {@code knownTo}
     * @param difference of the two, each computed for itself
     * @param sum of all entries recorded in between, on all pages
     * @param count of these
     * @param agrees whether {@code sum} is the difference: always, or the answer is an error
     */
    record RestatementView(
            String account,
            String currency,
            LocalDate asOf,
            long knownFrom,
            long knownTo,
            BigDecimal before,
            BigDecimal after,
            BigDecimal difference,
            BigDecimal sum,
            long count,
            boolean agrees,
            PageOf<EntryView> entries,
            boolean provisional) {}

    /**
     * A balance and every posting that makes it.
     *
     * @param opening zero: what an account holds before anything is known
     * @param total of all entries, on all pages
     * @param agrees whether {@code total} is the balance: always, or the answer is an error
     */
    record ExplanationView(
            String account,
            String currency,
            BigDecimal opening,
            BigDecimal balance,
            BigDecimal total,
            long count,
            boolean agrees,
            PageOf<EntryView> entries,
            LocalDate asOf,
            long position,
            boolean provisional) {}

    private final Explanations explanations;

    RestatementsController(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/restatements")
    @Operation(
            summary = "What changed a balance between two times of knowledge, entry by entry",
            description = "As of one day. Entries are in recorded order, each with the running balance, its event and "
                    + "the people behind it. Pages belong together where knownTo is that of the first one.")
    ResponseEntity<RestatementView> restatement(
            @RequestParam String account, Between between, Page page, ReadRequest read) {
        Explanations.Explained found = explanations.of(account, between.asOf(), between.from(), between.to(), page);
        Restatement restatement = found.restatement();
        return answer(
                found.position(),
                new RestatementView(
                        restatement.account().account(),
                        restatement.account().currency(),
                        between.asOf(),
                        Math.min(between.from(), found.position()),
                        found.position(),
                        restatement.before(),
                        restatement.account().balance(),
                        restatement.account().balance().subtract(restatement.before()),
                        restatement.sum(),
                        restatement.entries(),
                        restatement.agrees(),
                        found.entries(),
                        between.provisional()));
    }

    @GetMapping("/balances/explanation")
    @Operation(
            summary = "The exact postings that make a balance, from zero",
            description = "In recorded order, each with the running sum, its event and the people behind it. Pages "
                    + "belong together where knownAt is the position of the first one. The whole list as a table: "
                    + "/exports/explanation.csv.")
    ResponseEntity<ExplanationView> explanation(
            @RequestParam String account, Moment moment, Page page, ReadRequest read) {
        Explanations.Explained found = explanations.of(account, moment.asOf(), 0, moment.position(), page);
        Restatement restatement = found.restatement();
        return answer(
                found.position(),
                new ExplanationView(
                        restatement.account().account(),
                        restatement.account().currency(),
                        restatement.before(),
                        restatement.account().balance(),
                        restatement.sum(),
                        restatement.entries(),
                        restatement.agrees(),
                        found.entries(),
                        moment.asOf(),
                        found.position(),
                        moment.provisional()));
    }

    private static <T> ResponseEntity<T> answer(long position, T body) {
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(position))
                .body(body);
    }
}
