package org.specialfund.ledger.api.redflag;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.command.Reason;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.redflag.command.ConvertRedFlag;
import org.specialfund.ledger.core.redflag.command.DismissRedFlag;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.projections.supervision.RedFlagQuery;
import org.specialfund.ledger.projections.supervision.RedFlagRegister;
import org.specialfund.ledger.projections.supervision.RedFlagView;
import org.specialfund.ledger.projections.supervision.RuleCount;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Red flags: questions that the supervision rules raise, for auditors and inspectors to answer. */
@RestController
@RequestMapping("/api/v1/red-flags")
@Tag(name = "supervision")
class RedFlagsController {

    /** What the finding says beyond the flag's events. */
    record NewFinding(
            String auditNo,
            String findingId,
            String title,
            String statement,
            String severity,
            String unit,
            @Nullable List<String> allocationNos) {

        ConvertRedFlag of(RedFlagView flag) {
            return new ConvertRedFlag(
                    flag.rule(),
                    flag.version(),
                    flag.subject(),
                    auditNo,
                    findingId,
                    title,
                    statement,
                    severity,
                    unit,
                    allocationNos == null ? List.of() : allocationNos);
        }
    }

    private final RedFlagRegister register;
    private final RedFlagRuns runs;
    private final Commands commands;

    RedFlagsController(RedFlagRegister register, RedFlagRuns runs, Commands commands) {
        this.register = register;
        this.runs = runs;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "Red flags, newest first, with what each rule judged; auditor or inspector")
    ResponseEntity<PageOf<RedFlagView>> list(
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String subject,
            Page page,
            ReadRequest read) {
        RedFlagQuery query = new RedFlagQuery(rule, fund, state, subject);
        return Paged.of(
                register.page(query, Paged.position(page), page.fetch()), page, flag -> Long.toString(flag.position()));
    }

    @GetMapping("/counts")
    @Operation(summary = "How many flags each rule raised, and what became of them; auditor or inspector")
    List<RuleCount> counts(@RequestParam(required = false) @Nullable String fund, ReadRequest read) {
        return register.counts(fund);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One red flag; auditor or inspector")
    RedFlagView get(@PathVariable String id, ReadRequest read) {
        return flag(id);
    }

    @PostMapping("/{id}/dismiss")
    @Operation(
            summary = "Dismiss a red flag with a reason; auditor or inspector",
            description = "Nobody who acted in one of the events that it rests on.")
    ResponseEntity<CommandAnswer> dismiss(
            @PathVariable String id, @RequestBody Reason body, Person person, WriteRequest request) {
        RedFlagView flag = flag(id);
        return commands.give(
                new DismissRedFlag(flag.rule(), flag.version(), flag.subject(), body.reason()), person, request);
    }

    @PostMapping("/{id}/convert")
    @Operation(
            summary = "Raise a finding of an audit out of a red flag; auditor of its team, or inspector",
            description = "The finding rests on the flag's events. Another person confirms it, as any finding.")
    ResponseEntity<CommandAnswer> convert(
            @PathVariable String id, @RequestBody NewFinding body, Person person, WriteRequest request) {
        return commands.create(body.of(flag(id)), "/api/v1/findings/" + body.findingId(), person, request);
    }

    @PostMapping("/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Let all rules look at the whole history, in the background; auditor, inspector or administrator",
            description = "A flag that was raised before is not raised again. GET /red-flags/run shows how it went.")
    Map<String, String> run(Person person) {
        if (!runs.begin(person)) {
            throw new ProblemException(ProblemCode.CONFLICT);
        }
        return Map.of("state", "running");
    }

    @GetMapping("/run")
    @Operation(
            summary = "The last run on this node: what each rule judged, hit, raised, and must not be used on and why",
            description = "Auditor, inspector or administrator. 404 where there was none since the start.")
    RedFlagRuns.LastRun lastRun(Person person) {
        RedFlagRuns.LastRun last = runs.last();
        if (last == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return last;
    }

    private RedFlagView flag(String id) {
        return register.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
