package org.specialfund.ledger.api.disbursement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.BatchAnswer;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.DatedReason;
import org.specialfund.ledger.api.command.Movement;
import org.specialfund.ledger.api.command.ReasonedMovement;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.disbursement.command.ApproveDisbursement;
import org.specialfund.ledger.core.disbursement.command.CancelDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectPayee;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.RejectDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReportSpending;
import org.specialfund.ledger.core.disbursement.command.RequestDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReturnDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReverseDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReviewDisbursement;
import org.specialfund.ledger.core.disbursement.command.SettleDisbursement;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to payments. */
@RestController
@RequestMapping("/api/v1/disbursements")
@Tag(name = "disbursements")
class DisbursementCommandsController {

    /**
     * What the treasury paid.
     *
     * @param amount at most what is held; absent pays all of it
     * @param bankLine line of a bank reference that pays several; absent for 1
     */
    record Settlement(
            @Nullable BigDecimal amount,
            String bankAccount,
            String bankReference,
            @Nullable Integer bankLine,
            LocalDate paidOn,
            @Nullable String documentRef,
            @Nullable String documentSha256) {

        SettleDisbursement of(String reference) {
            return new SettleDisbursement(
                    reference,
                    amount,
                    bankAccount,
                    bankReference,
                    bankLine == null ? 1 : bankLine,
                    paidOn,
                    documentRef,
                    documentSha256);
        }
    }

    /**
     * Paid money that came back.
     *
     * @param kind {@code bounced} by the bank or {@code refunded} by the payee
     */
    record Return(
            String kind,
            BigDecimal amount,
            LocalDate effectiveDate,
            String documentRef,
            @Nullable String documentSha256) {}

    /** Why a payment is reversed. */
    record Undoing(
            String reason, String documentRef, @Nullable String documentSha256) {}

    /** The payee that was really paid. */
    record RightPayee(
            String toPayee,
            LocalDate effectiveDate,
            String reason,
            String documentRef,
            @Nullable String documentSha256) {}

    /**
     * Payments that the treasury has already made.
     *
     * @param atomic whether a refusal of one refuses all
     */
    record Batch(boolean atomic, @Nullable List<RecordDisbursement> items) {}

    private static final int MOST_ITEMS = 500;

    private final Commands commands;

    DisbursementCommandsController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Operation(summary = "Request a payment; unit or clerk")
    ResponseEntity<CommandAnswer> ask(@RequestBody RequestDisbursement body, Person person, WriteRequest request) {
        return commands.create(body, "/api/v1/disbursements/" + body.reference(), person, request);
    }

    @PostMapping("/{reference}/review")
    @Operation(summary = "Review a request; reviewer")
    ResponseEntity<CommandAnswer> review(@PathVariable String reference, Person person, WriteRequest request) {
        return commands.give(new ReviewDisbursement(reference), person, request);
    }

    @PostMapping("/{reference}/approve")
    @Operation(summary = "Approve a reviewed request; approver, then leader at or above the fund's threshold")
    ResponseEntity<CommandAnswer> approve(@PathVariable String reference, Person person, WriteRequest request) {
        return commands.give(new ApproveDisbursement(reference), person, request);
    }

    @PostMapping("/{reference}/reject")
    @Operation(summary = "Reject a request; reviewer, approver, leader or treasury")
    ResponseEntity<CommandAnswer> reject(
            @PathVariable String reference, @RequestBody DatedReason body, Person person, WriteRequest request) {
        return commands.give(new RejectDisbursement(reference, body.effectiveDate(), body.reason()), person, request);
    }

    @PostMapping("/{reference}/cancel")
    @Operation(summary = "Cancel a request; unit or clerk")
    ResponseEntity<CommandAnswer> cancel(
            @PathVariable String reference, @RequestBody DatedReason body, Person person, WriteRequest request) {
        return commands.give(new CancelDisbursement(reference, body.effectiveDate(), body.reason()), person, request);
    }

    @PostMapping("/{reference}/settle")
    @Operation(summary = "Record that an approved request was paid; treasury")
    ResponseEntity<CommandAnswer> settle(
            @PathVariable String reference, @RequestBody Settlement body, Person person, WriteRequest request) {
        return commands.give(body.of(reference), person, request);
    }

    @PostMapping("/{reference}/return")
    @Operation(
            summary =
                    "Propose a return: a payment bounced or was refunded; clerk or treasury, then reviewer or approver")
    ResponseEntity<CommandAnswer> giveBack(
            @PathVariable String reference, @RequestBody Return body, Person person, WriteRequest request) {
        return commands.give(
                new ReturnDisbursement(
                        reference,
                        body.kind(),
                        body.amount(),
                        body.effectiveDate(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{reference}/reverse")
    @Operation(summary = "Propose to reverse a payment's entry, whole; clerk, then approver")
    ResponseEntity<CommandAnswer> reverse(
            @PathVariable String reference, @RequestBody Undoing body, Person person, WriteRequest request) {
        return commands.give(
                new ReverseDisbursement(reference, body.reason(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{reference}/correct")
    @Operation(summary = "Propose to replace a payment's entry by the right one; clerk, then approver")
    ResponseEntity<CommandAnswer> correct(
            @PathVariable String reference, @RequestBody ReasonedMovement body, Person person, WriteRequest request) {
        return commands.give(
                new CorrectDisbursement(
                        reference,
                        body.reason(),
                        body.amount(),
                        body.effectiveDate(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{reference}/correct-payee")
    @Operation(summary = "Propose to move a payment to the payee that was really paid; clerk, then approver")
    ResponseEntity<CommandAnswer> correctPayee(
            @PathVariable String reference, @RequestBody RightPayee body, Person person, WriteRequest request) {
        return commands.give(
                new CorrectPayee(
                        reference,
                        body.toPayee(),
                        body.effectiveDate(),
                        body.reason(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{reference}/spending")
    @Operation(summary = "Report what the recipient has spent of a payment; unit or clerk")
    ResponseEntity<CommandAnswer> reportSpending(
            @PathVariable String reference, @RequestBody Movement body, Person person, WriteRequest request) {
        return commands.give(body.as(ReportSpending::new, reference), person, request);
    }

    @PostMapping("/record")
    @Operation(summary = "Propose, in one step, a payment that the treasury has already made; clerk, then approver")
    ResponseEntity<CommandAnswer> recordPaid(
            @RequestBody RecordDisbursement body, Person person, WriteRequest request) {
        return commands.give(body, person, request);
    }

    @PostMapping("/batch")
    @Operation(
            summary = "Propose many payments that the treasury has already made; clerk, then approver",
            description = "At most 500. Each becomes a proposal of its own; POST /proposals/confirm confirms many. "
                    + "Not atomic: 207 where some were refused, each in its place.")
    ResponseEntity<BatchAnswer> batch(@RequestBody Batch body, Person person, WriteRequest request, Locale language) {
        new Form().list("items", body.items(), MOST_ITEMS).check();
        return commands.giveAll(Objects.requireNonNull(body.items()), body.atomic(), person, request, language);
    }
}
