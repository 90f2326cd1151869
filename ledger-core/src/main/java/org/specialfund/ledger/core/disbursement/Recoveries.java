package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.shared.DayBalances;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What is still demanded back of one payment, on every day, by recovery. Not thread-safe. */
final class Recoveries {

    private final TreeMap<Integer, DayBalances> open = new TreeMap<>();

    /** Number of the next recovery. */
    int next() {
        return open.isEmpty() ? 1 : open.lastKey() + 1;
    }

    /** Sum of what is still demanded. */
    BigDecimal demanded() {
        return open.values().stream().map(DayBalances::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Refuses to end more of a recovery than is demanded from a day on, and to end it before it was demanded. */
    void checkEnds(String recoveryId, BigDecimal amount, LocalDate day) {
        DayBalances demanded = Guard.present(
                open.get(RecoveryId.of(recoveryId).number()),
                () -> Refusal.of(DisbursementRefusals.UNKNOWN_RECOVERY).with("recoveryId", recoveryId));
        PaidMoney.checkFrom(demanded.changes().firstKey(), day);
        BigDecimal left = demanded.leastFrom(day);
        Guard.that(amount.compareTo(left) <= 0, () -> Refusal.of(DisbursementRefusals.EXCEEDS_DEMANDED)
                .with("requested", amount)
                .with("left", left));
    }

    /** Refuses where less would be left paid than is still demanded. */
    void checkLeft(BigDecimal left, BigDecimal back) {
        BigDecimal demanded = demanded();
        Guard.that(demanded.compareTo(left) <= 0, () -> Refusal.of(DisbursementRefusals.DEMANDED_BACK)
                .with("requested", back)
                .with("left", left)
                .with("demanded", demanded));
    }

    private void change(String recoveryId, LocalDate day, BigDecimal change) {
        open.computeIfAbsent(RecoveryId.of(recoveryId).number(), number -> new DayBalances())
                .add(day, change);
    }

    @EventSourcingHandler
    void on(RecoveryDemanded e) {
        change(e.recoveryId(), e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(RecoveryReceived e) {
        change(e.recoveryId(), e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(DisbursementEntryReversed e) {
        String recoveryId = e.recoveryId();
        if (recoveryId != null) {
            boolean ends = e.movement().equals("recovery-demand");
            change(recoveryId, e.effectiveDate(), ends ? e.amount().negate() : e.amount());
        }
    }

    @EventSourcingHandler
    void on(RecoveryWaived e) {
        change(e.recoveryId(), e.effectiveDate(), e.amount().negate());
    }
}
