package org.specialfund.ledger.api.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.reading.Moment;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.replay.Replay;
import org.specialfund.ledger.projections.replay.Replayed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A fund's balances from its events alone, beside those of the projection. */
@RestController
@RequestMapping("/api/v1/funds/{code}/replay")
@Tag(name = "balances")
class ReplayController {

    /**
     * What was found.
     *
     * @param events how many were replayed
     * @param agrees whether every account does
     * @param state what the fund stood under then, by the same events
     * @param steps the address of the steps that led there, up to its position
     */
    record ReplayView(
            String fundCode,
            boolean agrees,
            long events,
            Replayed.State state,
            List<AccountReplay> accounts,
            String steps,
            LocalDate asOf,
            long position,
            boolean provisional) {

        /** The same, with only the accounts that disagree. */
        ReplayView differing() {
            return new ReplayView(
                    fundCode,
                    agrees,
                    events,
                    state,
                    accounts.stream().filter(account -> !account.agree()).toList(),
                    steps,
                    asOf,
                    position,
                    provisional);
        }
    }

    /** An account: what the events say, what the projection says, and whether that is the same. */
    record AccountReplay(String account, BigDecimal replayed, BigDecimal projected, boolean agree) {}

    private final Replay replay;
    private final Balances balances;

    ReplayController(Replay replay, Balances balances) {
        this.replay = replay;
        this.balances = balances;
    }

    @GetMapping
    @Operation(
            summary =
                    "A fund's balances rebuilt from its events alone, and whether the projection agrees; inspector or "
                            + "auditor",
            description =
                    "Reads every event of the fund, its years, allocations and payments once, so the cost grows with "
                            + "the fund's history. The answer has every account of the fund, or those that disagree.")
    ResponseEntity<ReplayView> replay(
            @PathVariable String code,
            @Parameter(description = "Only the accounts that disagree") @RequestParam(defaultValue = "false")
                    boolean differing,
            Moment moment,
            ReadRequest read) {
        new Form().code("code", code).check();
        ReplayView found = compared(code, moment);
        if (!found.agrees()) {
            // A transaction that was open meanwhile may have been seen by one of the two only: then not again.
            found = compared(code, moment);
        }
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(found.position()))
                .body(differing ? found.differing() : found);
    }

    private ReplayView compared(String code, Moment moment) {
        long position = balances.balance("", moment.at()).position();
        Replayed replayed = replay.fund(code, moment.asOf(), position);
        if (replayed.events() == 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        Map<String, BigDecimal> projected = new TreeMap<>();
        balances.trialBalance(
                code,
                null,
                new At(moment.asOf(), position),
                account -> projected.put(account.account(), account.balance()));
        List<AccountReplay> accounts = accounts(replayed.balances(), projected);
        return new ReplayView(
                code,
                accounts.stream().allMatch(AccountReplay::agree),
                replayed.events(),
                replayed.state(),
                accounts,
                StepsController.upTo(code, position),
                moment.asOf(),
                Math.max(0, position),
                moment.provisional());
    }

    private static List<AccountReplay> accounts(Map<String, BigDecimal> replayed, Map<String, BigDecimal> projected) {
        Set<String> names = new TreeSet<>(replayed.keySet());
        names.addAll(projected.keySet());
        List<AccountReplay> accounts = new ArrayList<>(names.size());
        for (String name : names) {
            BigDecimal there = projected.getOrDefault(name, BigDecimal.ZERO);
            BigDecimal here = replayed.getOrDefault(name, BigDecimal.ZERO);
            int digits = Math.max(here.scale(), there.scale());
            accounts.add(
                    new AccountReplay(name, here.setScale(digits), there.setScale(digits), here.compareTo(there) == 0));
        }
        return accounts;
    }
}
