package org.specialfund.ledger.core.disbursement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.AllocationTerms;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.event.DisbursementBegun;
import org.specialfund.ledger.core.shared.Refusal;

/** What an entry of a disbursement rests on: which allocation pays, and the terms of that. */
record DisbursementTerms(DisbursementOrigin origin, AllocationTerms allocation) {

    /**
     * Names the disbursement, its allocation and the gates of its fund year.
     *
     * @return which allocation pays; null where there is no such disbursement
     */
    static @Nullable DisbursementOrigin name(String reference, Lookup lookup, Needs needs) {
        needs.decides(Disbursement.key(reference));
        DisbursementOrigin origin = needs.origin(Disbursement.key(reference), DisbursementOrigin.class);
        if (origin == null) {
            origin = lookup.first(Disbursement.key(reference))
                    .map(event -> of((DisbursementBegun) event))
                    .orElse(null);
        }
        if (origin != null) {
            AllocationTerms.name(origin.allocationNo(), lookup, needs);
        }
        return origin;
    }

    /** The terms of an entry on a day; refuses an unknown disbursement, and one whose reference differs by case. */
    static DisbursementTerms of(Work work, String reference, LocalDate day) {
        DisbursementOrigin origin = origin(work, reference);
        return new DisbursementTerms(origin, AllocationTerms.of(work, origin.allocationNo(), day));
    }

    /** Which allocation pays; refuses an unknown disbursement, and one whose reference differs by case. */
    static DisbursementOrigin origin(Work work, String reference) {
        DisbursementOrigin origin =
                work.ask(Disbursement.key(reference), Disbursement::origin).orElse(null);
        if (origin == null || !origin.reference().equals(reference)) {
            throw Refusal.of(DisbursementRefusals.UNKNOWN_DISBURSEMENT)
                    .with("reference", reference)
                    .asException();
        }
        return origin;
    }

    private static DisbursementOrigin of(DisbursementBegun e) {
        return new DisbursementOrigin(e.reference(), e.allocationNo(), e.fundCode(), e.year());
    }
}
