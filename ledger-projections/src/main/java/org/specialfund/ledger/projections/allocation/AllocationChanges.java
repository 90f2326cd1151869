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
import org.specialfund.ledger.projections.processing.Filling;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** What events change in the list of allocations; amounts are added up in memory until the end. Not thread-safe. */
final class AllocationChanges implements Filling {

    private final JdbcTemplate jdbc;
    private final String schema;
    private final Map<String, Holdings> holdings = new LinkedHashMap<>();
    private SqlArrays begun = columns();

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

    AllocationChanges(JdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public void add(List<RecordedEvent> page) {
        for (RecordedEvent recorded : page) {
            applyState(recorded);
            for (Posting posting : recorded.event().postings()) {
                String allocation = posting.account().allocation();
                if (allocation != null) {
                    holdings.put(
                            allocation,
                            holdings.getOrDefault(allocation, Holdings.NONE).plus(posting));
                }
            }
        }
        writeBegun();
    }

    @Override
    public void end() {
        SqlArrays rows = SqlArrays.of("allocation_no text", "available numeric", "held numeric", "paid numeric");
        holdings.forEach(
                (allocation, change) -> rows.add(allocation, change.available(), change.held(), change.paid()));
        rows.insert(jdbc, schema + ".holding AS h", """
                ON CONFLICT (allocation_no) DO UPDATE SET available = h.available + excluded.available,
                    held = h.held + excluded.held, paid = h.paid + excluded.paid
                """);
    }

    private void applyState(RecordedEvent recorded) {
        LedgerEvent event = recorded.event();
        if (event instanceof AllocationBegun first) {
            begin(first);
        } else if (event instanceof AllocationCarriedOut out) {
            change("carried_to = ?", out.allocationNo(), out.toAllocationNo());
        } else if (event instanceof AllocationClosed closed) {
            change("closed_on = ?", closed.allocationNo(), Date.valueOf(closed.effectiveDate()));
        } else if (event instanceof AllocationSuspended suspended) {
            change("suspended_causes = array_append(suspended_causes, ?)", suspended.allocationNo(), suspended.cause());
        } else if (event instanceof AllocationResumed resumed) {
            change("suspended_causes = array_remove(suspended_causes, ?)", resumed.allocationNo(), resumed.cause());
        } else if (event instanceof TranchesAgreed agreed) {
            agree(agreed);
        } else if (event instanceof TrancheConditionConfirmed confirmed) {
            changeTranche(
                    "confirmed_by = ?", confirmed.allocationNo(), confirmed.tranche(), recorded.metadata("actor"));
        } else if (event instanceof FundsSpent spent) {
            changeTranche("paid = paid + ?", spent.allocationNo(), spent.tranche(), spent.amount());
        } else if (event instanceof FundsRestored restored) {
            changeTranche("paid = paid - ?", restored.allocationNo(), restored.tranche(), restored.amount());
        } else if (event instanceof ReturnReversed reversed) {
            changeTranche("paid = paid + ?", reversed.allocationNo(), reversed.tranche(), reversed.amount());
        }
    }

    private void begin(AllocationBegun first) {
        begun.add(
                first.allocationNo(),
                first.fundCode(),
                first.year(),
                first.recipient(),
                first.indicatorNo(),
                first.category(),
                first.planLine(),
                first.projectNo(),
                first.functionCode(),
                first.economicCode(),
                first.sourceLevel(),
                first.purpose(),
                first.originYear(),
                first.currency(),
                first.effectiveDate(),
                EventFields.text(first, "documentRef"),
                first instanceof AllocationCarriedIn in ? in.carriedFrom() : null);
    }

    private void writeBegun() {
        if (begun.size() > 0) {
            begun.insert(jdbc, schema + ".allocation");
            begun = columns();
        }
    }

    private static SqlArrays columns() {
        return SqlArrays.of(
                "allocation_no text",
                "fund_code text",
                "year integer",
                "recipient text",
                "indicator_no text",
                "category text",
                "plan_line text",
                "project_no text",
                "function_code text",
                "economic_code text",
                "source_level text",
                "purpose text",
                "origin_year integer",
                "currency text",
                "effective_date date",
                "document_ref text",
                "carried_from text");
    }

    /** A tranche that is left out is kept, because it would come back as confirmed as it was. */
    private void agree(TranchesAgreed agreed) {
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

    private void change(String assignment, String allocationNo, Object value) {
        writeBegun();
        OneRow.change(
                jdbc,
                "UPDATE %s.allocation SET %s WHERE allocation_no = ?".formatted(schema, assignment),
                value,
                allocationNo);
    }

    private void changeTranche(
            String assignment, String allocationNo, @Nullable Integer tranche, @Nullable Object value) {
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
