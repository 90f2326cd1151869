package org.specialfund.ledger.api.disbursement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.disbursement.DisbursementQuery;
import org.specialfund.ledger.projections.disbursement.DisbursementView;
import org.specialfund.ledger.projections.disbursement.Disbursements;
import org.specialfund.ledger.projections.disbursement.RecoveryView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads payments and recoveries, as they are now. A unit sees those of its own allocations. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "disbursements")
class DisbursementsController {

    private final Disbursements disbursements;
    private final Allocations allocations;

    DisbursementsController(Disbursements disbursements, Allocations allocations) {
        this.disbursements = disbursements;
        this.allocations = allocations;
    }

    @GetMapping("/disbursements")
    @Operation(
            summary = "Payments in the order of their references",
            description = "A unit sees those of its own allocations.")
    ResponseEntity<PageOf<DisbursementView>> list(
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String allocation,
            @RequestParam(required = false) @Nullable String payee,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Boolean underWay,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Page page,
            ReadRequest read) {
        if (allocation != null) {
            checkSeen(allocation, read);
        }
        DisbursementQuery query =
                new DisbursementQuery(fund, year, allocation, read.unit(), payee, state, underWay, null, from, to);
        return Paged.of(disbursements.page(query, page.after(), page.fetch()), page, DisbursementView::reference);
    }

    @GetMapping("/disbursements/{reference}")
    @Operation(summary = "One payment: its state, its money, and who did what")
    DisbursementView get(@PathVariable String reference, ReadRequest read) {
        DisbursementView found = disbursements.find(reference).orElseThrow(DisbursementsController::unknown);
        checkSeen(found.allocationNo(), read);
        return found;
    }

    @GetMapping("/recoveries")
    @Operation(summary = "Recoveries in the order of their ids; a unit sees those of its own allocations")
    ResponseEntity<PageOf<RecoveryView>> recoveries(
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable Boolean open,
            Page page,
            ReadRequest read) {
        return Paged.of(
                disbursements.recoveries(fund, reference, read.unit(), open, page.after(), page.fetch()),
                page,
                RecoveryView::recoveryId);
    }

    @GetMapping("/recoveries/{id}")
    @Operation(summary = "One recovery: demanded, received, waived")
    RecoveryView recovery(@PathVariable String id, ReadRequest read) {
        RecoveryView found = disbursements.findRecovery(id).orElseThrow(DisbursementsController::unknown);
        checkSeen(found.allocationNo(), read);
        return found;
    }

    private void checkSeen(String allocationNo, ReadRequest read) {
        boolean seen = read.unit() == null
                || allocations
                        .find(allocationNo)
                        .map(AllocationView::recipient)
                        .filter(read::sees)
                        .isPresent();
        if (!seen) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
