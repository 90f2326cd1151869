package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What is still demanded back of one payment, by recovery. Not thread-safe. */
final class Recoveries {

    private final TreeMap<Integer, BigDecimal> open = new TreeMap<>();
    private final TreeMap<Integer, LocalDate> since = new TreeMap<>();

    /** Number of the next recovery. */
    int next() {
        return open.isEmpty() ? 1 : open.lastKey() + 1;
    }

    /** Sum of what is still demanded. */
    BigDecimal demanded() {
        return open.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Refuses to end more of a recovery than is still demanded, and to end it before it was demanded. */
    void checkEnds(RecoveryId recovery, BigDecimal amount, LocalDate day) {
        BigDecimal left =
                Guard.present(open.get(recovery.number()), () -> Refusal.of(DisbursementRefusals.UNKNOWN_RECOVERY)
                        .with("recoveryId", recovery));
        LocalDate demandedOn = since.getOrDefault(recovery.number(), LocalDate.EPOCH);
        Guard.that(!day.isBefore(demandedOn), () -> Refusal.of(DisbursementRefusals.BEFORE_EARLIER_ENTRY)
                .with("effectiveDate", day)
                .with("earlier", demandedOn));
        Guard.that(amount.compareTo(left) <= 0, () -> Refusal.of(DisbursementRefusals.EXCEEDS_DEMANDED)
                .with("requested", amount)
                .with("left", left));
    }

    void demand(String recoveryId, BigDecimal amount, LocalDate day) {
        since.put(RecoveryId.of(recoveryId).number(), day);
        change(recoveryId, amount);
    }

    void change(String recoveryId, BigDecimal change) {
        open.merge(RecoveryId.of(recoveryId).number(), change, BigDecimal::add);
    }
}
