package org.specialfund.ledger.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.redflag.rule.DutiesNearMiss;
import org.specialfund.ledger.projections.view.PersonAct;
import org.specialfund.ledger.projections.view.PersonActs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one person did. For those who supervise only: it is about people. */
@RestController
@RequestMapping("/api/v1/supervision/people/{person}")
@Tag(name = "supervision")
class PeopleController {

    private final PersonActs acts;

    PeopleController(PersonActs acts) {
        this.acts = acts;
    }

    @GetMapping
    @Operation(
            summary = "What a person did, proposed, confirmed or tried, newest first; auditor or inspector",
            description = "person: an opaque id. A refused attempt has the code of its refusal.")
    ResponseEntity<PageOf<PersonAct>> timeline(@PathVariable String person, Page page, ReadRequest read) {
        check(person);
        return answer(acts.page(person, Paged.position(page), page.fetch()), page);
    }

    @GetMapping("/near-misses")
    @Operation(
            summary = "Where a person tried to take two parts in one decision, newest first; auditor or inspector",
            description = "Attempts that were refused with same-person or acted-in-it.")
    ResponseEntity<PageOf<PersonAct>> nearMisses(@PathVariable String person, Page page, ReadRequest read) {
        check(person);
        return answer(acts.refused(person, DutiesNearMiss.CODES, Paged.position(page), page.fetch()), page);
    }

    private static void check(String person) {
        new Form().text("person", person).check();
    }

    private static ResponseEntity<PageOf<PersonAct>> answer(
            org.specialfund.ledger.projections.processing.Page<PersonAct, Long> found, Page page) {
        return Paged.of(found, page, act -> Long.toString(act.position()));
    }
}
