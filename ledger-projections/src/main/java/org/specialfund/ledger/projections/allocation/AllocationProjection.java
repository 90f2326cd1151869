package org.specialfund.ledger.projections.allocation;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedIn;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedOut;
import org.specialfund.ledger.core.allocation.event.AllocationClosed;
import org.specialfund.ledger.core.allocation.event.AllocationResumed;
import org.specialfund.ledger.core.allocation.event.AllocationSuspended;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.allocation.event.TrancheConditionConfirmed;
import org.specialfund.ledger.core.allocation.event.TranchesAgreed;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the list of allocations. Amounts are added up, so that it does not matter when an event comes; the events of
 * one allocation come in order in any case. Thread-safe.
 */
public final class AllocationProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "allocation";

    private static final String INSERT = """
            INSERT INTO %s.allocation (allocation_no, fund_code, year, recipient, indicator_no, category, plan_line,
                project_no, function_code, economic_code, source_level, purpose, origin_year, currency,
                effective_date, document_ref, carried_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    private record Holdings(BigDecimal available, BigDecimal held, BigDecimal paid) {

        static final Holdings NONE = new Holdings(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Holdings plus(Posting posting) {
            BigDecimal amount = posting.amount();
            return switch (posting.account().kind()) {
                case AVAILABLE -> new Holdings(available.add(amount), held, paid);
                case HELD -> new Holdings(available, held.add(amount), paid);
                case PAID -> new Holdings(available, held, paid.add(amount));
                default -> this;
            };
        }
    }

    /** Writes through that template. */
    public AllocationProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        Map<String, Holdings> changes = new LinkedHashMap<>();
        for (RecordedEvent recorded : batch) {
            applyState(schema, recorded);
            for (Posting posting : recorded.event().postings()) {
                String allocation = posting.account().allocation();
                if (allocation != null) {
                    changes.put(
                            allocation,
                            changes.getOrDefault(allocation, Holdings.NONE).plus(posting));
                }
            }
        }
        SqlArrays rows = SqlArrays.of("allocation_no text", "available numeric", "held numeric", "paid numeric");
        changes.forEach((allocation, change) -> rows.add(allocation, change.available(), change.held(), change.paid()));
        rows.insert(jdbc, schema + ".holding AS h", """
                ON CONFLICT (allocation_no) DO UPDATE SET available = h.available + excluded.available,
                    held = h.held + excluded.held, paid = h.paid + excluded.paid
                """);
    }

    private void applyState(String schema, RecordedEvent recorded) {
        LedgerEvent event = recorded.event();
        if (event instanceof AllocationBegun begun) {
            begin(schema, begun);
        } else if (event instanceof AllocationCarriedOut out) {
            change(schema, "carried_to = ?", out.allocationNo(), out.toAllocationNo());
        } else if (event instanceof AllocationClosed closed) {
            change(schema, "closed_on = ?", closed.allocationNo(), Date.valueOf(closed.effectiveDate()));
        } else if (event instanceof AllocationSuspended suspended) {
            change(
                    schema,
                    "suspended_causes = array_append(suspended_causes, ?)",
                    suspended.allocationNo(),
                    suspended.cause());
        } else if (event instanceof AllocationResumed resumed) {
            change(
                    schema,
                    "suspended_causes = array_remove(suspended_causes, ?)",
                    resumed.allocationNo(),
                    resumed.cause());
        } else if (event instanceof TranchesAgreed agreed) {
            agree(schema, agreed);
        } else if (event instanceof TrancheConditionConfirmed confirmed) {
            changeTranche(
                    schema,
                    "confirmed_by = ?",
                    confirmed.allocationNo(),
                    confirmed.tranche(),
                    recorded.metadata("actor"));
        } else if (event instanceof FundsSpent spent) {
            changeTranche(schema, "paid = paid + ?", spent.allocationNo(), spent.tranche(), spent.amount());
        } else if (event instanceof FundsRestored restored) {
            changeTranche(schema, "paid = paid - ?", restored.allocationNo(), restored.tranche(), restored.amount());
        } else if (event instanceof ReturnReversed reversed) {
            changeTranche(schema, "paid = paid + ?", reversed.allocationNo(), reversed.tranche(), reversed.amount());
        }
    }

    private void begin(String schema, AllocationBegun begun) {
        jdbc.update(
                INSERT.formatted(schema),
                begun.allocationNo(),
                begun.fundCode(),
                begun.year(),
                begun.recipient(),
                begun.indicatorNo(),
                begun.category(),
                begun.planLine(),
                begun.projectNo(),
                begun.functionCode(),
                begun.economicCode(),
                begun.sourceLevel(),
                begun.purpose(),
                begun.originYear(),
                begun.currency(),
                Date.valueOf(begun.effectiveDate()),
                EventFields.text(begun, "documentRef"),
                begun instanceof AllocationCarriedIn in ? in.carriedFrom() : null);
    }

    /** A tranche that is left out is kept, because it would come back as confirmed as it was. */
    private void agree(String schema, TranchesAgreed agreed) {
        jdbc.update(
                "UPDATE %s.tranche SET agreed = false WHERE allocation_no = ?".formatted(schema),
                agreed.allocationNo());
        jdbc.update("""
                INSERT INTO %s.tranches_version AS v (allocation_no, version) VALUES (?, 1)
                ON CONFLICT (allocation_no) DO UPDATE SET version = v.version + 1
                """.formatted(schema), agreed.allocationNo());
        for (Tranche tranche : agreed.tranches()) {
            jdbc.update(
                    """
                    INSERT INTO %s.tranche AS t (allocation_no, number, amount, condition) VALUES (?, ?, ?, ?)
                    ON CONFLICT (allocation_no, number) DO UPDATE
                    SET amount = excluded.amount, condition = excluded.condition, agreed = true
                    """.formatted(schema),
                    agreed.allocationNo(),
                    tranche.number(),
                    tranche.amount(),
                    tranche.condition());
        }
    }

    private void change(String schema, String assignment, String allocationNo, Object value) {
        OneRow.change(
                jdbc,
                "UPDATE %s.allocation SET %s WHERE allocation_no = ?".formatted(schema, assignment),
                value,
                allocationNo);
    }

    private void changeTranche(
            String schema, String assignment, String allocationNo, @Nullable Integer tranche, @Nullable Object value) {
        if (tranche != null) {
            OneRow.change(
                    jdbc,
                    "UPDATE %s.tranche SET %s WHERE allocation_no = ? AND number = ?".formatted(schema, assignment),
                    value,
                    allocationNo,
                    tranche);
        }
    }
}
