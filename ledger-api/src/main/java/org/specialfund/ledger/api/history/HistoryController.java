package org.specialfund.ledger.api.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.disbursement.DisbursementView;
import org.specialfund.ledger.projections.disbursement.Disbursements;
import org.specialfund.ledger.projections.fund.Funds;
import org.specialfund.ledger.projections.history.History;
import org.specialfund.ledger.projections.history.HistoryEntry;
import org.specialfund.ledger.projections.history.HistoryQuery;
import org.specialfund.ledger.projections.refusal.RefusalQuery;
import org.specialfund.ledger.projections.refusal.Refusals;
import org.specialfund.ledger.projections.refusal.RefusedAttempt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened, and what was refused: who, when, what, on which version of the rules. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "history")
class HistoryController {

    /**
     * One event.
     *
     * @param entry names it for ever: {@code stream@sequence}
     * @param balancesAfter of the accounts that it moved, on all days; a unit sees those of its own allocation, and
     *     only these postings of the event
     */
    record EventView(String entry, HistoryEntry event, Map<String, BigDecimal> balancesAfter) {}

    private final History history;
    private final Balances balances;
    private final Refusals refusals;
    private final Funds funds;
    private final Allocations allocations;
    private final Disbursements disbursements;

    HistoryController(
            History history,
            Balances balances,
            Refusals refusals,
            Funds funds,
            Allocations allocations,
            Disbursements disbursements) {
        this.history = history;
        this.balances = balances;
        this.refusals = refusals;
        this.funds = funds;
        this.allocations = allocations;
        this.disbursements = disbursements;
    }

    @GetMapping("/funds/{code}/history")
    @Operation(summary = "A fund's events in order, or those of one of its years, with postings and balances after")
    ResponseEntity<PageOf<EventView>> ofFund(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer year,
            Moment moment,
            Page page,
            ReadRequest read) {
        if (funds.find(code).isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return events(HistoryQuery.ofFund(code, year), account -> true, moment, page);
    }

    @GetMapping("/allocations/{allocationNo}/history")
    @Operation(summary = "An allocation's events in order, with postings and balances after")
    ResponseEntity<PageOf<EventView>> ofAllocation(
            @PathVariable String allocationNo, Moment moment, Page page, ReadRequest read) {
        checkSeen(allocationNo, read);
        return events(HistoryQuery.ofAllocation(allocationNo), seenBy(read, allocationNo), moment, page);
    }

    @GetMapping("/disbursements/{reference}/history")
    @Operation(summary = "A payment's events in order")
    ResponseEntity<PageOf<EventView>> ofDisbursement(
            @PathVariable String reference, Moment moment, Page page, ReadRequest read) {
        String allocationNo = disbursements
                .find(reference)
                .map(DisbursementView::allocationNo)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        checkSeen(allocationNo, read);
        return events(HistoryQuery.ofDisbursement(reference), seenBy(read, allocationNo), moment, page);
    }

    @GetMapping("/refusals")
    @Operation(
            summary = "Refused attempts, newest first: who tried what, and why not",
            description =
                    "An attempt at a command by a role that may not give it (role-not-allowed) is refused before its "
                            + "body is read: its subject is what the address named, if that was sound in form. The "
                            + "same attempt of one person is listed once a minute. Reads refused for the role, and "
                            + "what is malformed, are not listed.")
    ResponseEntity<PageOf<RefusedAttempt>> refused(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable String allocation,
            @RequestParam(required = false) @Nullable String cause,
            Page page,
            ReadRequest read) {
        RefusalQuery query = new RefusalQuery(code, actor, fund, allocation, cause, null, null);
        return Paged.of(
                refusals.page(query, Paged.position(page), page.fetch()),
                page,
                attempt -> Long.toString(attempt.position()));
    }

    private void checkSeen(String allocationNo, ReadRequest read) {
        Optional<AllocationView> allocation = allocations.find(allocationNo);
        if (allocation.isEmpty() || !read.sees(allocation.get().recipient())) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
    }

    /** Which accounts the person sees: a virement names another unit's, an allocation the money of the whole year. */
    private static Predicate<String> seenBy(ReadRequest read, String allocationNo) {
        if (read.unit() == null) {
            return account -> true;
        }
        String available =
                Account.of(AccountKind.AVAILABLE, "", 0, allocationNo).name();
        String held = Account.of(AccountKind.HELD, "", 0, allocationNo).name();
        String paid = Account.paid("", 0, allocationNo, "").name();
        return account -> account.equals(available) || account.equals(held) || account.startsWith(paid);
    }

    private ResponseEntity<PageOf<EventView>> events(
            HistoryQuery all, Predicate<String> seen, Moment moment, Page page) {
        HistoryQuery query = new HistoryQuery(
                null,
                all.fundCode(),
                all.year(),
                all.allocationNo(),
                all.reference(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                moment.position());
        var found = history.page(query, false, Paged.position(page), page.fetch());
        // Balances only of what is shown: the last row says no more than that there are others.
        List<HistoryEntry> rows = found.rows();
        List<EventView> views = rows.stream()
                .map(event -> view(event.withPostingsOf(seen), rows.indexOf(event) < page.limit()))
                .toList();
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, found.position())))
                .body(PageOf.of(views, page, view -> Long.toString(view.event().position())));
    }

    private EventView view(HistoryEntry event, boolean shown) {
        List<String> accounts =
                event.postings().stream().map(HistoryEntry.Leg::account).toList();
        return new EventView(
                event.stream() + "@" + event.sequence(),
                event,
                accounts.isEmpty() || !shown ? Map.of() : balances.after(event.position(), accounts));
    }
}
