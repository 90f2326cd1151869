package org.specialfund.ledger.api.payee;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.payee.command.BarPayee;
import org.specialfund.ledger.core.payee.command.ProposeAccount;
import org.specialfund.ledger.core.payee.command.RecordQualification;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.payee.command.UnbarPayee;
import org.specialfund.ledger.core.payee.command.VerifyAccount;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to payees. */
@RestController
@RequestMapping("/api/v1/payees")
@Tag(name = "payees")
class PayeeCommandsController {

    /**
     * A payee.
     *
     * @param payee scheme and code, {@code CN-USCC:…} for Chinese units
     * @param kind {@code organisation} or {@code person}
     * @param name required; a person's is kept encrypted and stands in no event
     * @param checkDigitOverride document that explains a wrong check digit
     */
    record NewPayee(
            String payee,
            String kind,
            String name,
            @Nullable String checkDigitOverride) {

        boolean isPerson() {
            return "person".equals(kind);
        }

        RegisterPayee command() {
            return new RegisterPayee(payee, kind, isPerson() ? null : name, checkDigitOverride);
        }
    }

    /**
     * A bank account; number and holder are kept encrypted and stand in no event.
     *
     * @param accountId absent for one that follows from the number
     * @param number 8 to 40 letters and digits; spaces and hyphens do not count
     */
    record NewAccount(
            @Nullable String accountId,
            String number,
            @Nullable String holder,
            @Nullable String bank) {}

    /** Evidence of a qualification. */
    record Qualification(
            String category,
            String qualification,
            @Nullable LocalDate validTo,
            String documentRef,
            @Nullable String documentSha256) {}

    /**
     * A bar.
     *
     * @param to last day; absent for one without end
     */
    record Bar(
            LocalDate from,
            @Nullable LocalDate to,
            String reason,
            String documentRef,
            @Nullable String documentSha256) {}

    /** The end of a bar. */
    record Unbar(
            LocalDate effectiveDate,
            String reason,
            String documentRef,
            @Nullable String documentSha256) {}

    /** The document that a verification rests on; all of it may be absent. */
    record Evidence(@Nullable String documentRef, @Nullable String documentSha256) {}

    private final Commands commands;
    private final PayeeSecrets secrets;

    PayeeCommandsController(Commands commands, PayeeSecrets secrets) {
        this.commands = commands;
        this.secrets = secrets;
    }

    @PostMapping
    @Operation(summary = "Register a payee; clerk")
    ResponseEntity<CommandAnswer> register(@RequestBody NewPayee body, Person person, WriteRequest request) {
        new Form().text("name", body.name()).check();
        String address = "/api/v1/payees/" + body.payee();
        RegisterPayee command = body.command();
        return body.isPerson()
                ? secrets.keepingName(
                        command.payee(),
                        body.name(),
                        request,
                        concealed -> commands.create(command, address, person, concealed))
                : commands.create(command, address, person, request);
    }

    @PostMapping("/{payee}/accounts")
    @Operation(summary = "Propose a bank account of a payee; clerk, then another verifies it")
    ResponseEntity<CommandAnswer> proposeAccount(
            @PathVariable String payee, @RequestBody NewAccount body, Person person, WriteRequest request) {
        BankAccount account = BankAccount.of(payee, body.accountId(), body.number(), body.holder(), secrets);
        ProposeAccount command =
                new ProposeAccount(payee, account.accountId(), account.hash(), account.lastFour(), body.bank());
        return secrets.keeping(account, request, concealed -> commands.give(command, person, concealed));
    }

    @PostMapping("/{payee}/accounts/{accountId}/verify")
    @Operation(summary = "Verify a proposed bank account; reviewer or approver")
    ResponseEntity<CommandAnswer> verifyAccount(
            @PathVariable String payee,
            @PathVariable String accountId,
            @RequestBody(required = false) @Nullable Evidence body,
            Person person,
            WriteRequest request) {
        return commands.give(
                new VerifyAccount(
                        payee,
                        accountId,
                        body == null ? null : body.documentRef(),
                        body == null ? null : body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{payee}/qualifications")
    @Operation(summary = "Record evidence of a qualification; clerk or planner")
    ResponseEntity<CommandAnswer> recordQualification(
            @PathVariable String payee, @RequestBody Qualification body, Person person, WriteRequest request) {
        return commands.give(
                new RecordQualification(
                        payee,
                        body.category(),
                        body.qualification(),
                        body.validTo(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{payee}/bar")
    @Operation(summary = "Propose to bar payments to a payee; clerk, then approver")
    ResponseEntity<CommandAnswer> bar(
            @PathVariable String payee, @RequestBody Bar body, Person person, WriteRequest request) {
        return commands.give(
                new BarPayee(payee, body.from(), body.to(), body.reason(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }

    @PostMapping("/{payee}/unbar")
    @Operation(summary = "Propose to lift every standing bar of a payee; clerk, then approver")
    ResponseEntity<CommandAnswer> unbar(
            @PathVariable String payee, @RequestBody Unbar body, Person person, WriteRequest request) {
        return commands.give(
                new UnbarPayee(payee, body.effectiveDate(), body.reason(), body.documentRef(), body.documentSha256()),
                person,
                request);
    }
}
