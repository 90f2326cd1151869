package org.specialfund.ledger.api.payee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.projections.payee.PayeeView;
import org.specialfund.ledger.projections.payee.Payees;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads payees, as they are now. A unit sees itself. */
@RestController
@RequestMapping("/api/v1/payees")
@Tag(name = "payees")
class PayeesController {

    /** What the vault keeps of an account. */
    record AccountSecrets(
            String accountId, String number, @Nullable String holder) {}

    /** What the vault keeps of a natural person. */
    record PersonSecrets(String payee, String name) {}

    private final Payees payees;
    private final PayeeSecrets secrets;

    PayeesController(Payees payees, PayeeSecrets secrets) {
        this.payees = payees;
        this.secrets = secrets;
    }

    @GetMapping
    @Operation(summary = "Payees in the order of scheme and code")
    ResponseEntity<PageOf<PayeeView>> list(
            @RequestParam(required = false) @Nullable String name, Page page, ReadRequest read) {
        return Paged.of(payees.page(name, page.after(), page.fetch()), page, PayeeView::payee);
    }

    @GetMapping("/{payee}")
    @Operation(summary = "One payee: accounts by their last four digits, qualifications, bars")
    PayeeView get(@PathVariable String payee, ReadRequest read) {
        return payees.find(payee).filter(found -> read.sees(found.payee())).orElseThrow(PayeesController::unknown);
    }

    @GetMapping("/{payee}/accounts/{accountId}/number")
    @Operation(
            summary =
                    "An account's whole number and holder; clerk, reviewer, approver or treasury; every look is noted")
    AccountSecrets account(@PathVariable String payee, @PathVariable String accountId, Person person) {
        String number = secrets.number(payee, accountId, person).orElseThrow(PayeesController::unknown);
        return new AccountSecrets(
                accountId, number, secrets.holder(payee, accountId, person).orElse(null));
    }

    @GetMapping("/{payee}/name")
    @Operation(summary = "A natural person's name; clerk, reviewer, approver or treasury; every look is noted")
    PersonSecrets name(@PathVariable String payee, Person person) {
        String name = secrets.name(payee, person).orElseThrow(PayeesController::unknown);
        return new PersonSecrets(payee, name);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
