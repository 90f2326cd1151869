package org.specialfund.ledger.projections.project;

import java.sql.Date;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.project.event.AcceptanceRecorded;
import org.specialfund.ledger.core.project.event.ExpertRecused;
import org.specialfund.ledger.core.project.event.ExpertsAssigned;
import org.specialfund.ledger.core.project.event.MilestoneRecorded;
import org.specialfund.ledger.core.project.event.NoticeOpened;
import org.specialfund.ledger.core.project.event.ObjectionRaised;
import org.specialfund.ledger.core.project.event.ObjectionResolved;
import org.specialfund.ledger.core.project.event.PerformanceScored;
import org.specialfund.ledger.core.project.event.ProjectApproved;
import org.specialfund.ledger.core.project.event.ProjectChecked;
import org.specialfund.ledger.core.project.event.ProjectEvent;
import org.specialfund.ledger.core.project.event.ProjectRejected;
import org.specialfund.ledger.core.project.event.ProjectSubmitted;
import org.specialfund.ledger.core.project.event.ProjectWithdrawn;
import org.specialfund.ledger.core.project.event.ReviewRecorded;
import org.specialfund.ledger.core.project.event.SecurityEvidenceRecorded;
import org.specialfund.ledger.projections.processing.OneRow;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the steps of projects into the tables of a schema. */
record ProjectRows(JdbcTemplate jdbc, String schema) {

    void apply(ProjectEvent event) {
        if (event instanceof ProjectSubmitted e) {
            submitted(e);
        } else if (event instanceof ProjectChecked e) {
            boolean complete = e.result().equals("complete");
            change(e, "status = ?, reason = ?", complete ? "in-review" : "sent-back", e.reason());
        } else if (event instanceof ProjectApproved e) {
            change(e, "status = 'approved', approved = ?, decided_on = ?", e.amount(), day(e.effectiveDate()));
        } else if (event instanceof ProjectRejected e) {
            change(e, "status = 'rejected', reason = ?, decided_on = ?", e.reason(), day(e.effectiveDate()));
        } else if (event instanceof ProjectWithdrawn e) {
            change(e, "status = 'withdrawn', reason = ?", e.reason());
        } else if (event instanceof AcceptanceRecorded e) {
            change(e, "status = 'accepted', accepted_on = ?", day(e.effectiveDate()));
        } else if (event instanceof SecurityEvidenceRecorded e) {
            change(e, "secured_on = ?", day(e.effectiveDate()));
        } else if (event instanceof PerformanceScored e) {
            change(
                    e,
                    "status = 'evaluated', score = ?, grade = ?, evaluated_on = ?",
                    e.score(),
                    e.grade(),
                    day(e.effectiveDate()));
        } else {
            review(event);
        }
    }

    private void review(ProjectEvent event) {
        if (event instanceof ExpertsAssigned e) {
            e.experts()
                    .forEach(expert ->
                            row("expert (project_no, person, unit)", e.projectNo(), expert.person(), expert.unit()));
        } else if (event instanceof ExpertRecused e) {
            OneRow.change(
                    jdbc,
                    "UPDATE %s.expert SET recused = ? WHERE project_no = ? AND person = ?".formatted(schema),
                    e.reason(),
                    e.projectNo(),
                    e.expert());
        } else if (event instanceof ReviewRecorded e) {
            row(
                    "review (project_no, round, person, score, opinion, effective_date)",
                    e.projectNo(),
                    e.round(),
                    e.expert(),
                    e.score(),
                    e.opinion(),
                    day(e.effectiveDate()));
        } else if (event instanceof NoticeOpened e) {
            row(
                    "notice (project_no, round, first_day, last_day, working_days, document_ref)",
                    e.projectNo(),
                    e.round(),
                    day(e.firstDay()),
                    day(e.lastDay()),
                    e.workingDays(),
                    e.documentRef());
            change(e, "status = 'on-notice'");
        } else if (event instanceof ObjectionRaised e) {
            row(
                    "objection (objection_id, project_no, number, grounds, raised_by, unit, raised_on)",
                    e.objectionId(),
                    e.projectNo(),
                    number(e.objectionId()),
                    e.grounds(),
                    e.raisedBy(),
                    e.unit(),
                    day(e.effectiveDate()));
        } else if (event instanceof ObjectionResolved e) {
            resolved(e);
        } else if (event instanceof MilestoneRecorded e) {
            milestone(e);
        }
    }

    private void submitted(ProjectSubmitted e) {
        jdbc.update(
                """
                INSERT INTO %s.project (project_no, applicant, title, category, applied, currency, submitted_on,
                    document_ref, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'submitted')
                ON CONFLICT (project_no) DO UPDATE SET title = excluded.title, category = excluded.category,
                    applied = excluded.applied, submitted_on = excluded.submitted_on,
                    document_ref = excluded.document_ref, status = excluded.status, reason = NULL
                """.formatted(schema),
                e.projectNo(),
                e.applicant(),
                e.title(),
                e.category(),
                e.amount(),
                e.currency(),
                day(e.effectiveDate()),
                e.documentRef());
        e.asksFor()
                .forEach(asked -> jdbc.update(
                        "INSERT INTO %s.asked VALUES (?, ?, ?) ON CONFLICT DO NOTHING".formatted(schema),
                        e.projectNo(),
                        asked.fundCode(),
                        asked.year()));
    }

    private void resolved(ObjectionResolved e) {
        OneRow.change(
                jdbc,
                """
                UPDATE %s.objection SET upheld = ?, reason = ?, resolved_by = ?, resolved_on = ?
                WHERE objection_id = ?
                """.formatted(schema),
                e.upheld(),
                e.reason(),
                e.resolvedBy(),
                day(e.effectiveDate()),
                e.objectionId());
        if (e.upheld()) {
            change(e, "status = 'in-review', round = round + 1");
        }
    }

    private void milestone(MilestoneRecorded e) {
        jdbc.update(
                """
                INSERT INTO %s.milestone (project_no, milestone, title, planned_on, reached_on) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (project_no, milestone) DO UPDATE SET title = excluded.title,
                    planned_on = excluded.planned_on, reached_on = excluded.reached_on
                """.formatted(schema), e.projectNo(), e.milestone(), e.title(), day(e.plannedOn()), day(e.reachedOn()));
    }

    private void change(ProjectEvent event, String assignments, @Nullable Object... values) {
        @Nullable Object[] all = new @Nullable Object[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = event.projectNo();
        OneRow.change(jdbc, "UPDATE %s.project SET %s WHERE project_no = ?".formatted(schema, assignments), all);
    }

    private void row(String tableAndColumns, @Nullable Object... values) {
        String marks = "?, ".repeat(values.length - 1) + "?";
        OneRow.change(jdbc, "INSERT INTO %s.%s VALUES (%s)".formatted(schema, tableAndColumns, marks), values);
    }

    /** An objection is named by its project, a colon and its number. */
    private static int number(String objectionId) {
        return Integer.parseInt(objectionId.substring(objectionId.lastIndexOf(':') + 1));
    }

    private static @Nullable Date day(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
