package org.specialfund.ledger.api.allocation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.http.VersionMatch;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.allocation.AgreedTranches;
import org.specialfund.ledger.projections.allocation.AllocationQuery;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.balance.Holdings;
import org.specialfund.ledger.projections.balance.Known;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads allocations: their terms as they are now, their money on both axes. A unit sees its own. */
@RestController
@RequestMapping("/api/v1/allocations")
@Tag(name = "allocations")
class AllocationsController {

    /** An allocation with what it holds now, on all days. */
    record Row(@JsonUnwrapped AllocationView allocation, BigDecimal allocated) {

        static Row of(AllocationView view) {
            return new Row(view, view.allocated());
        }
    }

    /**
     * What an allocation held.
     *
     * @param allocated all that it answers for: available, held and paid
     */
    record Figures(
            BigDecimal allocated,
            BigDecimal available,
            BigDecimal held,
            BigDecimal paid,
            LocalDate asOf,
            long position,
            boolean provisional) {}

    /** An allocation of a list, and what it held at the moment asked for. */
    record Listed(@JsonUnwrapped Row allocation, Figures figures) {

        String allocationNo() {
            return allocation.allocation().allocationNo();
        }
    }

    /** An allocation, what it holds now, its conditional parts, and what it held at the moment asked for. */
    record AllocationDetail(
            @JsonUnwrapped Row allocation, List<AllocationView.TrancheView> tranches, Figures figures) {}

    /**
     * What was agreed.
     *
     * @param version how often; 0 for never
     */
    record TranchesView(int version, List<Tranche> tranches) {}

    private final Allocations allocations;
    private final Balances balances;

    AllocationsController(Allocations allocations, Balances balances) {
        this.allocations = allocations;
        this.balances = balances;
    }

    @GetMapping
    @Operation(
            summary = "Allocations in the order of their numbers; a unit sees its own",
            description =
                    "Which there are, and their terms, as of now; figures are what each held as of the day, as known "
                            + "at the time: nothing, where it was not known yet. Pages of one list belong together "
                            + "where knownAt is the position of the first one.")
    ResponseEntity<PageOf<Listed>> list(
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String recipient,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Boolean suspended,
            Moment moment,
            Page page,
            ReadRequest read) {
        String seen = read.unit() == null ? recipient : read.unit();
        AllocationQuery query = new AllocationQuery(fund, year, seen, category, null, project, null, open, suspended);
        List<AllocationView> found =
                allocations.page(query, page.after(), page.fetch()).rows();
        Known<Map<String, Holdings>> known = balances.holdings(
                found.stream().map(AllocationView::allocationNo).toList(), moment.at());
        List<Listed> rows = found.stream()
                .map(view -> new Listed(Row.of(view), figures(view, known, moment)))
                .toList();
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, known.position())))
                .body(PageOf.of(rows, page, Listed::allocationNo));
    }

    @GetMapping("/{allocationNo}")
    @Operation(summary = "One allocation: allocated, available, held, paid, as of a day, as known at a time")
    ResponseEntity<AllocationDetail> get(@PathVariable String allocationNo, Moment moment, ReadRequest read) {
        AllocationView view = allocations
                .find(allocationNo)
                .filter(found -> read.sees(found.recipient()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        Figures figures = figures(view, balances.holdings(List.of(allocationNo), moment.at()), moment);
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(figures.position()))
                .body(new AllocationDetail(
                        Row.of(view), allocations.tranches(allocationNo).tranches(), figures));
    }

    @GetMapping("/{allocationNo}/tranches")
    @Operation(summary = "The agreed parts of an allocation; the ETag goes into If-Match of agreeing them anew")
    ResponseEntity<TranchesView> tranches(@PathVariable String allocationNo, ReadRequest read) {
        AgreedTranches agreed = allocations
                .find(allocationNo)
                .filter(found -> read.sees(found.recipient()))
                .map(found -> allocations.tranches(allocationNo))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        List<Tranche> tranches = agreed.tranches().stream()
                .map(tranche -> new Tranche(tranche.number(), tranche.amount(), tranche.condition()))
                .toList();
        return ResponseEntity.ok()
                .eTag(VersionMatch.tag(agreed.version()))
                .body(new TranchesView(agreed.version(), tranches));
    }

    private static Figures figures(AllocationView view, Known<Map<String, Holdings>> known, Moment moment) {
        BigDecimal none = Amounts.zero(view.currency());
        Holdings holdings = known.answer().getOrDefault(view.allocationNo(), new Holdings(none, none, none));
        return new Figures(
                holdings.allocated(),
                holdings.available(),
                holdings.held(),
                holdings.paid(),
                moment.asOf(),
                Math.max(0, known.position()),
                moment.provisional());
    }
}
