package org.specialfund.ledger.api.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.AccountBalance;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Restatements;
import org.specialfund.ledger.projections.disbursement.DisbursementView;
import org.specialfund.ledger.projections.disbursement.Disbursements;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The trail of a yuan: from appropriation to payee, and back. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "history")
class TrailsController {

    private static final String CLAIMS =
            "Money has no marks: the trail shows the documents and events on the way, not which yuan went it. ";

    /**
     * The way of a payment.
     *
     * @param way from the appropriation on
     * @param asOf what counts after this day is left out; what has no effective date is not
     */
    record PaymentTrail(
            String reference,
            String fundCode,
            int year,
            String allocationNo,
            List<Trails.Stretch> way,
            LocalDate asOf,
            long position,
            boolean provisional) {}

    /**
     * What a payee was paid of an allocation, net of what came back.
     *
     * @param explanation the address of the entries that make it, payment by payment
     */
    record PayeeView(String payee, BigDecimal paid, String explanation) {}

    /**
     * The way to an allocation, and on to the payees.
     *
     * @param carriedTo the allocation of the next year that it was carried into
     * @param payees in order of their accounts' names
     */
    record AllocationTrail(
            String allocationNo,
            String fundCode,
            int year,
            @Nullable String carriedTo,
            List<Trails.Stretch> way,
            PageOf<PayeeView> payees,
            LocalDate asOf,
            long position,
            boolean provisional) {}

    private final Trails trails;
    private final Allocations allocations;
    private final Disbursements disbursements;
    private final Restatements restatements;
    private final Reached reached;

    TrailsController(
            Trails trails,
            Allocations allocations,
            Disbursements disbursements,
            Restatements restatements,
            Reached reached) {
        this.trails = trails;
        this.allocations = allocations;
        this.disbursements = disbursements;
        this.restatements = restatements;
        this.reached = reached;
    }

    @GetMapping("/disbursements/{reference}/trail")
    @Operation(
            summary = "From the appropriation through the allocation to a payment, and what came back of it",
            description = CLAIMS)
    ResponseEntity<PaymentTrail> ofPayment(@PathVariable String reference, Moment moment, ReadRequest read) {
        DisbursementView payment = disbursements.find(reference).orElseThrow(TrailsController::unknown);
        AllocationView allocation = allocations.find(payment.allocationNo()).orElseThrow(TrailsController::unknown);
        long position = reached.position(moment.position());
        List<Trails.Stretch> way = new ArrayList<>(trails.toAllocation(allocation, moment.asOf(), position));
        way.add(trails.payment(allocation, reference, moment.asOf(), position));
        return answer(
                position,
                new PaymentTrail(
                        reference,
                        payment.fundCode(),
                        payment.year(),
                        payment.allocationNo(),
                        way,
                        moment.asOf(),
                        position,
                        moment.provisional()));
    }

    @GetMapping("/allocations/{allocationNo}/trail")
    @Operation(
            summary = "From the appropriation to an allocation, and on to the payees",
            description = CLAIMS + "Pages are of payees.")
    ResponseEntity<AllocationTrail> ofAllocation(
            @PathVariable String allocationNo, Moment moment, Page page, ReadRequest read) {
        AllocationView allocation = allocations.find(allocationNo).orElseThrow(TrailsController::unknown);
        long position = reached.position(moment.position());
        List<AccountBalance> payees =
                restatements.payees(allocationNo, new At(moment.asOf(), position), page.after(), page.fetch());
        PageOf<AccountBalance> shown = PageOf.of(payees, page, AccountBalance::account);
        return answer(
                position,
                new AllocationTrail(
                        allocationNo,
                        allocation.fundCode(),
                        allocation.year(),
                        allocation.carriedTo(),
                        trails.toAllocation(allocation, moment.asOf(), position),
                        new PageOf<>(
                                shown.items().stream()
                                        .map(account -> payee(account, moment.asOf(), position))
                                        .toList(),
                                shown.next()),
                        moment.asOf(),
                        position,
                        moment.provisional()));
    }

    private static PayeeView payee(AccountBalance account, LocalDate asOf, long position) {
        return new PayeeView(
                String.valueOf(account.payee()),
                account.balance(),
                "/api/v1/balances/explanation?account=" + URLEncoder.encode(account.account(), StandardCharsets.UTF_8)
                        + "&asOf=" + asOf + "&knownAt=" + position);
    }

    private static <T> ResponseEntity<T> answer(long position, T body) {
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(position))
                .body(body);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
