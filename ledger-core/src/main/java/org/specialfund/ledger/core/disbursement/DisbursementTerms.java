package org.specialfund.ledger.core.disbursement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.AllocationTerms;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.event.DisbursementBegun;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

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

    /** The same, and the invoice that the disbursement named. */
    static @Nullable DisbursementOrigin nameWithInvoice(String reference, Lookup lookup, Needs needs) {
        Begun.of(reference, lookup).flatMap(Begun::invoice).ifPresent(needs::decides);
        return name(reference, lookup, needs);
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

    /** A person who is there for a unit only acts on what that unit received. */
    static void checkOwn(Person person, AllocationTerms allocation) {
        Guard.that(
                person.roles().contains(Role.CLERK)
                        || allocation.origin().recipient().equals(person.unit()),
                () -> Refusal.of(CommonRefusals.UNIT_NOT_ITS_OWN));
    }

    private static DisbursementOrigin of(DisbursementBegun e) {
        return new DisbursementOrigin(e.reference(), e.allocationNo(), e.fundCode(), e.year());
    }
}
