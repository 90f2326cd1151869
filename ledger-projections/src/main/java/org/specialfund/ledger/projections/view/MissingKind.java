package org.specialfund.ledger.projections.view;

import java.util.Arrays;
import java.util.Optional;

/** What should have happened and did not. Each is a query on {@code p}: its days, and the fund asked for. */
public enum MissingKind {

    /** A milestone whose planned day passed and that was not reached; the project is neither rejected nor withdrawn. */
    MILESTONE_OVERDUE("milestone-overdue", """
            SELECT m.project_no || '/' || m.milestone, NULL, j.applicant, m.planned_on, ARRAY['unit'], NULL,
                   NULL::numeric, m.title
            FROM p CROSS JOIN project.milestone m JOIN project.project j USING (project_no)
            WHERE m.reached_on IS NULL AND m.planned_on < p.today AND j.status NOT IN ('rejected', 'withdrawn')
              AND (p.fund IS NULL OR EXISTS (SELECT FROM project.asked q
                   WHERE q.project_no = m.project_no AND q.fund_code = p.fund))
            """),

    /**
     * A tranche whose condition was confirmed and of which nothing is paid or under way, on an allocation that may pay.
     * Tranches have no planned day; the day is that of the allocation's latest confirmation.
     */
    TRANCHE_NOT_PAID("tranche-not-paid", """
            SELECT t.allocation_no || '/' || t.number, a.fund_code, a.recipient, c.since, ARRAY['unit', 'clerk'],
                   a.currency, t.amount, t.condition
            FROM p CROSS JOIN allocation.tranche t JOIN allocation.allocation a USING (allocation_no)
            CROSS JOIN LATERAL (SELECT max((h.recorded_at AT TIME ZONE p.zone)::date) AS since
                FROM mentioned('allocation:' || t.allocation_no) JOIN history.event h USING (position)
                WHERE h.type = 'allocation.tranche-condition-confirmed') c
            WHERE t.agreed AND t.confirmed_by IS NOT NULL AND t.paid = 0 AND a.closed_on IS NULL
              AND a.suspended_causes = '{}' AND c.since <= p.today - p.waiting_days
              AND (p.fund IS NULL OR a.fund_code = p.fund)
              AND NOT EXISTS (SELECT FROM disbursement.disbursement s
                  WHERE s.allocation_no = t.allocation_no AND s.tranche = t.number
                    AND s.state IN ('requested', 'reviewed', 'awaiting-leader', 'approved'))
            """),

    /** A payment of which, long after it was paid, less than half is reported as spent. */
    SPENDING_REPORT_OVERDUE("spending-report-overdue", """
            SELECT s.reference, s.fund_code, r.recipient, s.effective_date, ARRAY['unit', 'clerk'], s.currency,
                   s.amount - s.returned - s.reported, s.allocation_no
            FROM p CROSS JOIN disbursement.disbursement s LEFT JOIN disbursement.recipient r USING (allocation_no)
            WHERE s.state = 'paid' AND s.reported * 2 < s.amount - s.returned
              AND s.effective_date <= p.today - p.report_days AND (p.fund IS NULL OR s.fund_code = p.fund)
            """),

    /** A payment under way that has held money for long; the next move follows from its state. */
    HELD_WAITING("held-waiting", """
            SELECT s.reference, s.fund_code, r.recipient, (s.recorded_at AT TIME ZONE p.zone)::date,
                   CASE s.state WHEN 'requested' THEN ARRAY['reviewer'] WHEN 'reviewed' THEN ARRAY['approver']
                       WHEN 'awaiting-leader' THEN ARRAY['leader'] ELSE ARRAY['treasury'] END,
                   s.currency, s.amount, s.state
            FROM p CROSS JOIN disbursement.disbursement s LEFT JOIN disbursement.recipient r USING (allocation_no)
            WHERE s.state IN ('requested', 'reviewed', 'awaiting-leader', 'approved')
              AND (s.recorded_at AT TIME ZONE p.zone)::date <= p.today - p.waiting_days
              AND (p.fund IS NULL OR s.fund_code = p.fund)
            """),

    /** A public notice that has run out on a project that is not decided; open objections come first. */
    NOTICE_UNDECIDED("notice-undecided", """
            SELECT j.project_no, NULL, j.applicant, n.last_day,
                   CASE WHEN o.open > 0 THEN ARRAY['planner', 'leader'] ELSE ARRAY['planner'] END, j.currency, j.applied,
                   o.open || ' open objections'
            FROM p CROSS JOIN project.project j JOIN project.notice n USING (project_no, round)
            CROSS JOIN LATERAL (SELECT count(*) AS open FROM project.objection q
                WHERE q.project_no = j.project_no AND q.upheld IS NULL) o
            WHERE j.status = 'on-notice' AND n.last_day < p.today
              AND (p.fund IS NULL OR EXISTS (SELECT FROM project.asked q
                   WHERE q.project_no = j.project_no AND q.fund_code = p.fund))
            """),

    /** A bank account that was proposed and nobody verified; of no fund. */
    ACCOUNT_UNVERIFIED("account-unverified", """
            SELECT a.payee || '/' || a.account_id, NULL, a.payee, (k.known_at AT TIME ZONE p.zone)::date,
                   ARRAY['reviewer', 'approver'], NULL, NULL::numeric, NULL
            FROM p CROSS JOIN payee.account a JOIN supervision.account k USING (payee, account_id)
            WHERE a.verified_by IS NULL AND (k.known_at AT TIME ZONE p.zone)::date <= p.today - p.waiting_days
              AND p.fund IS NULL
            """),

    /** A proposal that waits for a second person; which roles may confirm is the command's matter. Of no fund. */
    PROPOSAL_WAITING("proposal-waiting", """
            SELECT q.proposal_id, NULL, NULL, (q.proposed_at AT TIME ZONE p.zone)::date, ARRAY[]::text[], NULL,
                   NULL::numeric, q.command
            FROM p CROSS JOIN proposal.proposal q
            WHERE q.state = 'waiting' AND (q.proposed_at AT TIME ZONE p.zone)::date <= p.today - p.waiting_days
              AND p.fund IS NULL
            """),

    /** An ordered correction whose due date passed with nothing submitted. */
    RECTIFICATION_OVERDUE("rectification-overdue", """
            SELECT g.finding_id, NULL, g.unit, g.due_date, ARRAY['unit'], NULL, NULL::numeric, g.audit_no
            FROM p CROSS JOIN audit.finding g JOIN audit.audit e USING (audit_no)
            WHERE g.state = 'to-be-corrected' AND g.due_date < p.today
              AND (p.fund IS NULL OR p.fund = ANY (e.fund_codes))
            """),

    /** A correction that was submitted and nobody verified or returned. */
    RECTIFICATION_UNVERIFIED("rectification-unverified", """
            SELECT g.finding_id, NULL, g.unit, s.since, ARRAY['auditor', 'inspector'], NULL, NULL::numeric, g.audit_no
            FROM p CROSS JOIN audit.finding g JOIN audit.audit e USING (audit_no)
            CROSS JOIN LATERAL (SELECT max((t.recorded_at AT TIME ZONE p.zone)::date) AS since
                FROM audit.finding_step t
                WHERE t.finding_id = g.finding_id AND t.type = 'finding.rectification-submitted') s
            WHERE g.state = 'correction-submitted' AND g.due_date IS NOT NULL
              AND s.since <= p.today - p.waiting_days AND (p.fund IS NULL OR p.fund = ANY (e.fund_codes))
            """),

    /** Money demanded back, for long neither received nor waived. */
    RECOVERY_OUTSTANDING("recovery-outstanding", """
            SELECT v.recovery_id, v.fund_code, v.payee, v.effective_date, ARRAY['payee'], v.currency,
                   v.demanded - v.received - v.waived, v.reference
            FROM p CROSS JOIN disbursement.recovery v
            WHERE v.demanded - v.received - v.waived > 0 AND v.effective_date <= p.today - p.waiting_days
              AND (p.fund IS NULL OR v.fund_code = p.fund)
            """);

    private final String word;
    private final String sql;

    MissingKind(String word, String sql) {
        this.word = word;
        this.sql = sql;
    }

    /** The kind of that word; none where there is no such. */
    public static Optional<MissingKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** As in addresses and answers. */
    public String word() {
        return word;
    }

    String sql() {
        return """
                SELECT '%s'::text AS kind, x.*
                FROM (%s) x(subject, fund_code, unit, since, next_move, currency, amount, detail)
                """.formatted(word, sql);
    }
}
