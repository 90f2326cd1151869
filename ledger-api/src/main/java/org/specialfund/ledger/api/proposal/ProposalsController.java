package org.specialfund.ledger.api.proposal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.LedgerPosition;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.projections.proposal.ProposalView;
import org.specialfund.ledger.projections.proposal.Proposals;
import org.specialfund.ledger.projections.refusal.RefusalQuery;
import org.specialfund.ledger.projections.refusal.Refusals;
import org.specialfund.ledger.projections.refusal.RefusedAttempt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads proposals, as they are now. */
@RestController
@RequestMapping("/api/v1/proposals")
@Tag(name = "proposals")
class ProposalsController {

    /**
     * A proposal.
     *
     * @param payload the command that waits
     * @param state {@code waiting}, {@code confirmed}, {@code declined} or {@code withdrawn}
     * @param lastRefusal why its last confirmation was refused; absent in lists
     */
    record Proposed(
            String proposalId,
            String command,
            @JsonRawValue @Schema(type = "object") String payload,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable String reason,
            long position,
            @Nullable RefusedAttempt lastRefusal) {

        static Proposed of(ProposalView view, @Nullable RefusedAttempt lastRefusal) {
            return new Proposed(
                    view.proposalId(),
                    view.command(),
                    view.payload(),
                    view.state(),
                    view.proposedBy(),
                    view.proposedAt(),
                    view.endedBy(),
                    view.endedAt(),
                    view.reason(),
                    view.position(),
                    lastRefusal);
        }
    }

    private final Proposals proposals;
    private final Refusals refusals;

    ProposalsController(Proposals proposals, Refusals refusals) {
        this.proposals = proposals;
        this.refusals = refusals;
    }

    @GetMapping
    @Operation(summary = "Proposals, oldest first; state=waiting for what waits for a second person")
    ResponseEntity<PageOf<Proposed>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String command,
            @RequestParam(required = false) @Nullable String proposedBy,
            Page page,
            ReadRequest read) {
        var found = proposals.page(state, command, proposedBy, Paged.position(page), page.fetch());
        return ResponseEntity.ok()
                .header(LedgerPosition.HEADER, Long.toString(Math.max(0, found.position())))
                .body(PageOf.of(
                        found.rows().stream()
                                .map(view -> Proposed.of(view, null))
                                .toList(),
                        page,
                        view -> Long.toString(view.position())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One proposal, and why its last confirmation was refused")
    Proposed get(@PathVariable String id, ReadRequest read) {
        ProposalView view = proposals.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        RefusalQuery query = new RefusalQuery(null, null, null, null, id, null, null);
        return Proposed.of(
                view, refusals.page(query, null, 1).rows().stream().findFirst().orElse(null));
    }
}
