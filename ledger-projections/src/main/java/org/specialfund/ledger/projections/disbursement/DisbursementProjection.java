package org.specialfund.ledger.projections.disbursement;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.disbursement.event.DisbursementApproved;
import org.specialfund.ledger.core.disbursement.event.DisbursementBegun;
import org.specialfund.ledger.core.disbursement.event.DisbursementCancelled;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementEvent;
import org.specialfund.ledger.core.disbursement.event.DisbursementRejected;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementReviewed;
import org.specialfund.ledger.core.disbursement.event.DisbursementSettled;
import org.specialfund.ledger.core.disbursement.event.PayeeCorrected;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the register of disbursements; the events of one disbursement come in order. Thread-safe. */
public final class DisbursementProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "disbursement";

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public DisbursementProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        Changes changes = new Changes(schema);
        NewDisbursements begun = new NewDisbursements(jdbc, schema);
        SqlArrays recipients = SqlArrays.of("allocation_no text", "recipient text");
        FollowUps followUps = new FollowUps();
        for (RecordedEvent recorded : batch) {
            followUps.add(recorded);
            if (recorded.event() instanceof AllocationBegun allocation) {
                recipients.add(allocation.allocationNo(), allocation.recipient());
            }
            if (begun.add(recorded)) {
                continue;
            }
            if (recorded.event() instanceof DisbursementEvent event) {
                begun.write();
                changes.apply(recorded, event);
            }
        }
        begun.write();
        recipients.insert(jdbc, schema + ".recipient");
        followUps.write(jdbc, schema);
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return DisbursementEvent.class.isAssignableFrom(event)
                || DisbursementBegun.class.isAssignableFrom(event)
                || AllocationBegun.class.isAssignableFrom(event);
    }

    /** What events change in rows that are there. */
    private final class Changes {

        private final String schema;

        Changes(String schema) {
            this.schema = schema;
        }

        void apply(RecordedEvent recorded, DisbursementEvent event) {
            if (event instanceof DisbursementReviewed e) {
                change(e, "state = 'reviewed', reviewed_by = ?", e.reviewedBy());
            } else if (event instanceof DisbursementApproved e) {
                String state = e.complete() ? "approved" : "awaiting-leader";
                change(e, "state = ?, approved_by = array_append(approved_by, ?)", state, e.approvedBy());
            } else if (event instanceof DisbursementRejected e) {
                change(e, "state = 'rejected', reason = ?", e.reason());
            } else if (event instanceof DisbursementCancelled e) {
                change(e, "state = 'cancelled', reason = ?", e.reason());
            } else if (event instanceof DisbursementSettled e) {
                settle(e, recorded.metadata("actor"));
            } else if (event instanceof DisbursementReturned e) {
                change(e, "returned = returned + ?", e.amount());
            } else if (event instanceof DisbursementReversed e) {
                change(e, "state = 'reversed', reason = ?", e.reason());
            } else if (event instanceof DisbursementCorrected e) {
                change(
                        e,
                        "state = 'paid', reason = ?, amount = ?, effective_date = ?, returned = 0",
                        e.reason(),
                        e.amount(),
                        Date.valueOf(e.effectiveDate()));
            } else if (event instanceof PayeeCorrected e) {
                change(e, "payee = ?", e.payee());
            } else if (event instanceof SpendingReported e) {
                change(e, "reported = reported + ?", e.amount());
            } else {
                applyRecovery(event);
            }
        }

        private void applyRecovery(DisbursementEvent event) {
            if (event instanceof RecoveryDemanded e) {
                demand(e);
            } else if (event instanceof RecoveryReceived e) {
                change(e, "returned = returned + ?", e.amount());
                changeRecovery("received = received + ?", e.recoveryId(), e.amount());
            } else if (event instanceof RecoveryWaived e) {
                changeRecovery("waived = waived + ?", e.recoveryId(), e.amount());
            } else if (event instanceof DisbursementEntryReversed e) {
                reverse(e);
            }
        }

        private void reverse(DisbursementEntryReversed e) {
            switch (e.movement()) {
                case "return", "recovery-receipt" -> change(e, "returned = returned - ?", e.amount());
                case "spending-report" -> change(e, "reported = reported - ?", e.amount());
                case "recovery-demand", "recovery-waiver" -> {} // nothing of the payment itself
                default -> throw new IllegalStateException("no movement " + e.movement());
            }
            String recoveryId = e.recoveryId();
            if (recoveryId != null) {
                String column =
                        switch (e.movement()) {
                            case "recovery-receipt" -> "received";
                            case "recovery-waiver" -> "waived";
                            default -> "demanded";
                        };
                changeRecovery("%1$s = %1$s - ?".formatted(column), recoveryId, e.amount());
            }
        }

        private void settle(DisbursementSettled e, @Nullable String actor) {
            change(
                    e,
                    """
                    state = 'paid', amount = ?, effective_date = ?, settled_by = ?, bank_account = ?,
                    bank_reference = ?, bank_line = ?,
                    document_ref = coalesce(?, document_ref)
                    """,
                    e.amount(),
                    Date.valueOf(e.effectiveDate()),
                    actor,
                    e.bankAccount(),
                    e.bankReference(),
                    e.bankLine(),
                    e.documentRef());
        }

        private void demand(RecoveryDemanded e) {
            jdbc.update(
                    """
                    INSERT INTO %s.recovery (recovery_id, reference, fund_code, year, allocation_no, payee, currency,
                        demanded, reason, effective_date, document_ref)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """.formatted(schema),
                    e.recoveryId(),
                    e.reference(),
                    e.fundCode(),
                    e.year(),
                    e.allocationNo(),
                    e.payee(),
                    e.currency(),
                    e.amount(),
                    e.reason(),
                    Date.valueOf(e.effectiveDate()),
                    e.documentRef());
        }

        private void change(DisbursementEvent event, String assignments, @Nullable Object... values) {
            @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
            all[values.length] = event.reference();
            OneRow.change(
                    jdbc, "UPDATE %s.disbursement SET %s WHERE reference = ?".formatted(schema, assignments), all);
        }

        private void changeRecovery(String assignment, String recoveryId, BigDecimal amount) {
            OneRow.change(
                    jdbc,
                    "UPDATE %s.recovery SET %s WHERE recovery_id = ?".formatted(schema, assignment),
                    amount,
                    recoveryId);
        }
    }
}
