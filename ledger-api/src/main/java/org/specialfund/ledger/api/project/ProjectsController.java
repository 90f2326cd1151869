package org.specialfund.ledger.api.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.reading.Paged;
import org.specialfund.ledger.api.reading.ReadRequest;
import org.specialfund.ledger.projections.project.ProjectQuery;
import org.specialfund.ledger.projections.project.ProjectView;
import org.specialfund.ledger.projections.project.Projects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads projects as they are now. A unit sees its own, without who reviewed and who objected. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "projects")
class ProjectsController {

    /** A project with its steps. */
    record ProjectDetail(
            @JsonUnwrapped ProjectView project,
            @JsonUnwrapped ProjectView.Steps steps) {}

    private final Projects projects;

    ProjectsController(Projects projects) {
        this.projects = projects;
    }

    @GetMapping
    @Operation(
            summary =
                    "Projects in the order of their numbers: applied for, approved, allocated, paid; a unit sees its own",
            description = "fund and year find those that ask for that fund year.")
    ResponseEntity<PageOf<ProjectView>> list(
            @RequestParam(required = false) @Nullable String applicant,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String status,
            Page page,
            ReadRequest read) {
        String seen = read.unit() == null ? applicant : read.unit();
        ProjectQuery query = new ProjectQuery(seen, fund, year, category, status);
        return Paged.of(projects.page(query, page.after(), page.fetch()), page, ProjectView::projectNo);
    }

    @GetMapping("/{no}")
    @Operation(
            summary = "One project: reviews, notices, objections, milestones, and what its allocations took and paid")
    ProjectDetail get(@PathVariable String no, ReadRequest read) {
        Projects.Found found = projects.find(no)
                .filter(project -> read.sees(project.project().applicant()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        return new ProjectDetail(
                found.project(),
                read.unit() == null ? found.steps() : found.steps().withoutNames());
    }
}
