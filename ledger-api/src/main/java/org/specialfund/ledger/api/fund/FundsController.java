package org.specialfund.ledger.api.fund;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.http.VersionMatch;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.fund.Funds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads funds, as they are now. */
@RestController
@RequestMapping("/api/v1/funds")
@Tag(name = "funds")
class FundsController {

    /**
     * The rules of a fund.
     *
     * @param version the last one set
     */
    record RulesView(int version, List<FundView.Rules> rules) {}

    private final Funds funds;

    FundsController(Funds funds) {
        this.funds = funds;
    }

    @GetMapping
    @Operation(summary = "Funds in the order of their codes, with rules and years")
    ResponseEntity<PageOf<FundView>> list(
            @RequestParam(required = false) @Nullable String kind, Page page, ReadRequest read) {
        return Paged.of(funds.page(kind, page.after(), page.fetch()), page, FundView::fundCode);
    }

    @GetMapping("/{code}/rules")
    @Operation(summary = "Every version of a fund's rules, oldest first; the ETag goes into If-Match of a change")
    ResponseEntity<RulesView> rules(@PathVariable String code, ReadRequest read) {
        List<FundView.Rules> rules = get(code, read).rules();
        int version = rules.get(rules.size() - 1).version();
        return ResponseEntity.ok().eTag(VersionMatch.tag(version)).body(new RulesView(version, rules));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One fund, with every version of its rules, and its years")
    FundView get(@PathVariable String code, ReadRequest read) {
        return funds.find(code).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
