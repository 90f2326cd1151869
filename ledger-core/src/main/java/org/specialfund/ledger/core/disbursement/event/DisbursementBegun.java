package org.specialfund.ledger.core.disbursement.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** The first event of a disbursement: what never changes about it. */
public sealed interface DisbursementBegun extends MoneyEvent
        permits DisbursementRequested, DisbursementRecorded, DisbursementOpened {

    /** Our own unique reference. */
    String reference();

    /** The allocation that pays. */
    String allocationNo();

    /** Who is paid. */
    String payee();

    /** The payee's account; null where none is named. */
    default @Nullable String accountId() {
        return null;
    }

    /** The payee's invoice; null where none is named. */
    default @Nullable String invoiceNo() {
        return null;
    }

    /** The tranche of the allocation; null where none is named. */
    default @Nullable Integer tranche() {
        return null;
    }
}
