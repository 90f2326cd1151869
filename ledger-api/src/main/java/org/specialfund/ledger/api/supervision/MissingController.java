package org.specialfund.ledger.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.decision.CommandCodec;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.shared.Role;
import org.specialfund.ledger.projections.proposal.ProposalView;
import org.specialfund.ledger.projections.proposal.Proposals;
import org.specialfund.ledger.projections.view.MissingKind;
import org.specialfund.ledger.projections.view.MissingStep;
import org.specialfund.ledger.projections.view.MissingSteps;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What should have happened and did not, and who has the next move. */
@RestController
@RequestMapping("/api/v1/supervision/missing")
@Tag(name = "supervision")
class MissingController {

    private static final int LONGEST_DAYS = 3_650;

    private static final Pattern CURSOR = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})/([a-z-]{1,40})/(.{1,300})");

    /**
     * A part of the list, what waits longest first.
     *
     * @param reportDays so many days after a payment, half of it should be reported as spent
     * @param waitingDays what waits for so many days has waited long
     * @param next the cursor of the next part
     */
    record Missing(
            LocalDate today,
            int reportDays,
            int waitingDays,
            List<MissingStep> items,
            @Nullable String next) {}

    private final MissingSteps steps;
    private final Proposals proposals;
    private final CommandCodec commands;
    private final Clock clock;
    private final ZoneId zone;

    MissingController(
            MissingSteps steps,
            Proposals proposals,
            CommandCodec commands,
            Clock clock,
            @Value("${ledger.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.steps = steps;
        this.proposals = proposals;
        this.commands = commands;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    @Operation(
            summary = "What should have happened and did not, and whose move is next",
            description = "kind: milestone-overdue, tranche-not-paid, spending-report-overdue, held-waiting, "
                    + "notice-undecided, account-unverified, proposal-waiting, rectification-overdue, "
                    + "rectification-unverified, recovery-outstanding. With fundCode, what is of no fund is left out.")
    ResponseEntity<Missing> get(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String fundCode,
            @RequestParam(defaultValue = "90") int reportDays,
            @RequestParam(defaultValue = "30") int waitingDays,
            Page page,
            ReadRequest read) {
        new Form()
                .optionalCode("fundCode", fundCode)
                .range("reportDays", reportDays, 0, LONGEST_DAYS)
                .range("waitingDays", waitingDays, 0, LONGEST_DAYS)
                .check();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        var found = steps.page(
                new MissingSteps.Query(kinds(kind), fundCode, today, zone, reportDays, waitingDays),
                cursor(page),
                page.fetch());
        PageOf<MissingStep> part = PageOf.of(
                found.rows().stream().map(this::withConfirmers).toList(),
                page,
                step -> step.since() + "/" + step.kind() + "/" + step.subject());
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, found.position())))
                .body(new Missing(today, reportDays, waitingDays, part.items(), part.next()));
    }

    /** Who may confirm a proposal is said by its command. */
    private MissingStep withConfirmers(MissingStep step) {
        if (!step.kind().equals(MissingKind.PROPOSAL_WAITING.word())) {
            return step;
        }
        return proposals
                .find(step.subject())
                .map(this::confirmers)
                .map(step::expectedOf)
                .orElse(step);
    }

    private List<String> confirmers(ProposalView proposal) {
        CommandCodec.Encoded data =
                new CommandCodec.Encoded(proposal.command(), proposal.revision(), proposal.payload());
        return commands.decode(data).duty().second().stream()
                .map(Role::word)
                .sorted()
                .toList();
    }

    private static List<MissingKind> kinds(@Nullable String kind) {
        return kind == null
                ? Arrays.asList(MissingKind.values())
                : List.of(MissingKind.of(kind)
                        .orElseThrow(() -> new ProblemException(Problem.malformed("kind", "unknown-word"))));
    }

    private static MissingSteps.@Nullable Cursor cursor(Page page) {
        if (page.after() == null) {
            return null;
        }
        Matcher parts = CURSOR.matcher(page.after());
        try {
            if (parts.matches()) {
                return new MissingSteps.Cursor(LocalDate.parse(parts.group(1)), parts.group(2), parts.group(3));
            }
        } catch (DateTimeException e) {
            // A day that the calendar does not have: answered below.
        }
        throw new ProblemException(Problem.malformed("cursor", "invalid"));
    }
}
