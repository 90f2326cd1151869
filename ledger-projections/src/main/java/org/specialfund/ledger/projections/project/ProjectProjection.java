package org.specialfund.ledger.projections.project;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.specialfund.ledger.core.calendar.event.CalendarExtended;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.project.event.CommitmentMoved;
import org.specialfund.ledger.core.project.event.ProjectCommitted;
import org.specialfund.ledger.core.project.event.ProjectEvent;
import org.specialfund.ledger.core.project.event.ProjectReleased;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the list of projects. Amounts are added up; the events of one project, and of one allocation, come in order.
 * Thread-safe.
 */
public final class ProjectProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "project";

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public ProjectProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return ProjectEvent.class.isAssignableFrom(event)
                || event == CalendarExtended.class
                || EventFields.mayPost(event);
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        ProjectRows rows = new ProjectRows(jdbc, schema);
        Map<String, BigDecimal> paid = new LinkedHashMap<>();
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof ProjectEvent event) {
                rows.apply(event);
                applyMoney(schema, event);
            } else if (recorded.event() instanceof CalendarExtended event) {
                applyCalendar(schema, event);
            }
            for (Posting posting : recorded.event().postings()) {
                String allocation = posting.account().allocation();
                if (allocation != null && posting.account().kind() == AccountKind.PAID) {
                    paid.merge(allocation, posting.amount(), BigDecimal::add);
                }
            }
        }
        addPaid(schema, paid);
    }

    private void applyMoney(String schema, ProjectEvent event) {
        if (event instanceof ProjectCommitted e) {
            take(schema, e.allocationNo(), e.projectNo(), e.fundCode(), e.year(), e.amount());
        } else if (event instanceof ProjectReleased e) {
            take(
                    schema,
                    e.allocationNo(),
                    e.projectNo(),
                    e.fundCode(),
                    e.year(),
                    e.amount().negate());
        } else if (event instanceof CommitmentMoved e) {
            take(
                    schema,
                    e.allocationNo(),
                    e.projectNo(),
                    e.fundCode(),
                    e.year(),
                    e.amount().negate());
            take(schema, e.toAllocationNo(), e.projectNo(), e.fundCode(), e.toYear(), e.amount());
        }
    }

    private void take(
            String schema, String allocationNo, String projectNo, String fundCode, int year, BigDecimal change) {
        jdbc.update("""
                INSERT INTO %s.allocation AS a (allocation_no, project_no, fund_code, year, committed)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (allocation_no) DO UPDATE SET committed = a.committed + excluded.committed
                """.formatted(schema), allocationNo, projectNo, fundCode, year, change);
    }

    /** Most payments are of no project: they change no row. */
    private void addPaid(String schema, Map<String, BigDecimal> paid) {
        if (paid.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                UPDATE %s.allocation AS a SET paid = a.paid + p.change
                FROM unnest(?::text[], ?::numeric[]) AS p (allocation_no, change)
                WHERE a.allocation_no = p.allocation_no
                """.formatted(schema),
                paid.keySet().toArray(String[]::new),
                paid.values().toArray(BigDecimal[]::new));
    }

    private void applyCalendar(String schema, CalendarExtended event) {
        jdbc.update(
                """
                INSERT INTO %s.calendar_year (year, days_off, working_days, document_ref) VALUES (?, ?, ?, ?)
                ON CONFLICT (year) DO UPDATE SET days_off = excluded.days_off,
                    working_days = excluded.working_days, document_ref = excluded.document_ref
                """.formatted(schema),
                event.year(),
                days(event.daysOff()),
                days(event.workingDays()),
                event.documentRef());
    }

    private static Date[] days(List<LocalDate> days) {
        return days.stream().map(Date::valueOf).toArray(Date[]::new);
    }
}
