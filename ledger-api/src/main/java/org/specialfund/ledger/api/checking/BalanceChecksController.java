package org.specialfund.ledger.api.checking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second check: do the balances agree with the events? */
@RestController
@RequestMapping("/api/v1/balance-checks")
@Tag(name = "balances")
class BalanceChecksController {

    private final BalanceChecks checks;
    private final CheckStore store;

    BalanceChecksController(BalanceChecks checks, CheckStore store) {
        this.checks = checks;
        this.store = store;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Recompute all balances by plain SQL over the events and compare them with what is shown; "
                    + "administrator, inspector or auditor",
            description = "In the background: GET with the id says how it ends. It is run every night too. The SQL is "
                    + "the view event_posting, written apart from the program's own rules.")
    CheckView begin(Person person) {
        return find(checks.begin(person.id()));
    }

    @GetMapping
    @Operation(summary = "The last hundred checks, the latest first; administrator, inspector or auditor")
    List<CheckView> list() {
        return store.latest();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One check and the rows that differ; administrator, inspector or auditor")
    CheckView get(@PathVariable UUID id) {
        return find(id);
    }

    private CheckView find(UUID id) {
        return store.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
