package org.specialfund.ledger.api.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.audit.EvidenceFiles;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.reconciliation.command.CountersignReconciliation;
import org.specialfund.ledger.core.reconciliation.command.ExplainItems;
import org.specialfund.ledger.core.reconciliation.command.ReceiveStatement;
import org.specialfund.ledger.core.reconciliation.command.SignReconciliation;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Commands to a month's reconciliation. */
@RestController
@RequestMapping("/api/v1/reconciliations/{fund}/{year}/{month}")
@Tag(name = "reconciliations")
class ReconciliationCommandsController {

    /**
     * Explanations.
     *
     * @param items each with side ({@code ledger} or {@code bank}), item (its name in the list), reason ({@code
     *     in-transit}, {@code earlier-month}, {@code bank-charge}, {@code interest}, {@code funding}, {@code bank-error},
     *     {@code to-be-corrected}, {@code not-recorded-yet} or {@code other}) and note, which {@code other} needs
     */
    record Explanations(List<ExplainItems.Explanation> items) {}

    private final Commands commands;
    private final EvidenceFiles files;

    ReconciliationCommandsController(Commands commands, EvidenceFiles files) {
        this.commands = commands;
        this.files = files;
    }

    @PostMapping(value = "/statement", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "The bank's statement of a month, CSV or XLSX; clerk or treasury",
            description =
                    "One row a movement, below a header: booked_on (入账日期), bank_reference (流水号), amount (金额), below"
                            + " zero for what left the account. Other columns stay in the file, which is kept as it is. encoding:"
                            + " UTF-8 or GB18030. A statement that is there is replaced, with its explanations and the first"
                            + " signature, until the second person has signed.")
    ResponseEntity<CommandAnswer> statement(
            @PathVariable String fund,
            @PathVariable int year,
            @PathVariable String month,
            @RequestPart("file") MultipartFile file,
            @RequestParam("openingBalance") String openingBalance,
            @RequestParam("closingBalance") String closingBalance,
            @RequestParam(name = "encoding", required = false) @Nullable String encoding,
            Person person,
            WriteRequest request)
            throws IOException {
        byte[] bytes;
        try (InputStream in = file.getInputStream()) {
            bytes = files.read(in);
        }
        String sha256 = EvidenceFiles.sha256(bytes);
        ReceiveStatement command = new ReceiveStatement(
                fund,
                year,
                month,
                amount("openingBalance", openingBalance),
                amount("closingBalance", closingBalance),
                StatementFile.read(bytes, StatementFile.encoding(encoding)),
                bytes.length,
                sha256);
        String content = sha256 + " " + command.openingBalance() + " " + command.closingBalance() + " " + encoding;
        String address = "/api/v1/reconciliations/" + fund + "/" + year + "/" + month;
        return files.keeping(bytes, sha256, () -> commands.create(command, address, person, request.with(content)));
    }

    @PostMapping("/explain")
    @Operation(summary = "Explain what has no counterpart; clerk or treasury")
    ResponseEntity<CommandAnswer> explain(
            @PathVariable String fund,
            @PathVariable int year,
            @PathVariable String month,
            @RequestBody Explanations body,
            Person person,
            WriteRequest request) {
        return commands.give(new ExplainItems(fund, year, month, body.items()), person, request);
    }

    @PostMapping("/sign")
    @Operation(
            summary =
                    "Sign a month that has ended, as the first of two, with all matched or explained; clerk or treasury")
    ResponseEntity<CommandAnswer> sign(
            @PathVariable String fund,
            @PathVariable int year,
            @PathVariable String month,
            Person person,
            WriteRequest request) {
        return commands.give(new SignReconciliation(fund, year, month), person, request);
    }

    @PostMapping("/countersign")
    @Operation(
            summary = "Sign a month as the second, which locks it for ever; approver",
            description =
                    "Somebody who neither received the statement, explained nor signed. From then on an entry dated in"
                            + " the month needs the approver (month-signed).")
    ResponseEntity<CommandAnswer> countersign(
            @PathVariable String fund,
            @PathVariable int year,
            @PathVariable String month,
            Person person,
            WriteRequest request) {
        return commands.give(new CountersignReconciliation(fund, year, month), person, request);
    }

    private static BigDecimal amount(String field, String text) {
        if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,6})?")) {
            throw new ProblemException(Problem.malformed(field, "invalid-amount"));
        }
        return new BigDecimal(text);
    }
}
