package org.specialfund.ledger.projections.fund;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fund.event.FundClosed;
import org.specialfund.ledger.core.fund.event.FundEstablished;
import org.specialfund.ledger.core.fund.event.FundEvent;
import org.specialfund.ledger.core.fund.event.FundResumed;
import org.specialfund.ledger.core.fund.event.FundRulesSet;
import org.specialfund.ledger.core.fund.event.FundSuspended;
import org.specialfund.ledger.core.fundyear.event.ClosingStarted;
import org.specialfund.ledger.core.fundyear.event.FundYearEvent;
import org.specialfund.ledger.core.fundyear.event.FundYearOpened;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.fundyear.event.PlanSet;
import org.specialfund.ledger.core.fundyear.event.YearClosed;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the list of funds and fund years. Amounts are added up, so that it does not matter when an event comes; the
 * events of one fund, and of one year, come in order in any case. Thread-safe.
 */
public final class FundProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "fund";

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public FundProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        YearAmounts amounts = new YearAmounts();
        for (RecordedEvent recorded : batch) {
            LedgerEvent event = recorded.event();
            applyFund(schema, event);
            if (event instanceof FundYearEvent year) {
                applyYear(schema, year);
                amounts.add(year);
            }
        }
        amounts.write(jdbc, schema);
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return FundEvent.class.isAssignableFrom(event) || FundYearEvent.class.isAssignableFrom(event);
    }

    private void applyFund(String schema, LedgerEvent event) {
        if (event instanceof FundEstablished established) {
            establish(schema, established);
        } else if (event instanceof FundRulesSet rules) {
            setRules(schema, rules);
        } else if (event instanceof FundSuspended suspended) {
            changeFund(
                    schema,
                    "suspended_causes = array_append(suspended_causes, ?)",
                    suspended.cause(),
                    suspended.fundCode());
        } else if (event instanceof FundResumed resumed) {
            changeFund(
                    schema,
                    "suspended_causes = array_remove(suspended_causes, ?)",
                    resumed.cause(),
                    resumed.fundCode());
        } else if (event instanceof FundClosed closed) {
            changeFund(schema, "closed_on = ?", Date.valueOf(closed.effectiveDate()), closed.fundCode());
        }
    }

    private void applyYear(String schema, FundYearEvent event) {
        if (event instanceof FundYearOpened opened) {
            jdbc.update(
                    """
                    INSERT INTO %s.year (fund_code, year, currency, first_day, last_day, state)
                    VALUES (?, ?, ?, ?, ?, 'open')
                    """.formatted(schema),
                    opened.fundCode(),
                    opened.year(),
                    opened.currency(),
                    Date.valueOf(opened.firstDay()),
                    Date.valueOf(opened.lastDay()));
        } else if (event instanceof ClosingStarted) {
            changeYear(schema, "state = ?", "closing", event);
        } else if (event instanceof YearClosed) {
            changeYear(schema, "state = ?", "closed", event);
        } else if (event instanceof PlanSet plan) {
            changeYear(schema, "plan_version = ?", plan.version(), plan);
            jdbc.batchUpdate(
                    """
                    INSERT INTO %s.plan_line (fund_code, year, version, line, category, ceiling)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """.formatted(schema),
                    plan.lines().stream().map(line -> line(plan, line)).toList());
        }
    }

    private static @Nullable Object[] line(PlanSet plan, PlanLine line) {
        return new @Nullable Object[] {
            plan.fundCode(), plan.year(), plan.version(), line.line(), line.category(), line.ceiling()
        };
    }

    private void establish(String schema, FundEstablished fund) {
        jdbc.update(
                """
                INSERT INTO %s.fund (code, name, kind, mandate, mandator, mandate_purpose, currency, term_from, term_to,
                    document_ref)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                fund.fundCode(),
                fund.name(),
                fund.kind(),
                fund.mandate(),
                fund.mandator(),
                fund.mandatePurpose(),
                fund.currency(),
                Date.valueOf(fund.termFrom()),
                date(fund.termTo()),
                fund.documentRef());
    }

    private void setRules(String schema, FundRulesSet rules) {
        jdbc.update(
                """
                INSERT INTO %s.rules (fund_code, version, applies_from, time_zone, first_month, categories,
                    leader_threshold, approval_threshold, returns_to, surplus_to, late_returns_to, document_ref,
                    notice_working_days, reviews_required)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                rules.fundCode(),
                rules.version(),
                Date.valueOf(rules.appliesFrom()),
                rules.timeZone(),
                rules.firstMonth(),
                rules.categories().toArray(String[]::new),
                rules.leaderThreshold(),
                rules.approvalThreshold(),
                rules.returnsTo(),
                rules.surplusTo(),
                rules.lateReturnsTo(),
                rules.documentRef(),
                rules.noticeWorkingDays(),
                rules.reviewsRequired());
        rules.categoryRules()
                .forEach(rule -> jdbc.update(
                        "INSERT INTO %s.category_rule VALUES (?, ?, ?, ?)".formatted(schema),
                        rules.fundCode(),
                        rules.version(),
                        rule.category(),
                        rule.requires().toArray(String[]::new)));
        rules.supervisionThresholds()
                .forEach(threshold -> jdbc.update(
                        "INSERT INTO %s.threshold VALUES (?, ?, ?, ?)".formatted(schema),
                        rules.fundCode(),
                        rules.version(),
                        threshold.name(),
                        threshold.value()));
    }

    private void changeFund(String schema, String assignment, Object value, String fundCode) {
        OneRow.change(jdbc, "UPDATE %s.fund SET %s WHERE code = ?".formatted(schema, assignment), value, fundCode);
    }

    private void changeYear(String schema, String assignment, Object value, FundYearEvent event) {
        OneRow.change(
                jdbc,
                "UPDATE %s.year SET %s WHERE fund_code = ? AND year = ?".formatted(schema, assignment),
                value,
                event.fundCode(),
                event.year());
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
