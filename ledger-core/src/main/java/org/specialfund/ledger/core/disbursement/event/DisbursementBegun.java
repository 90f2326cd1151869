package org.specialfund.ledger.core.disbursement.event;

/** The first event of a disbursement: what never changes about it. */
public sealed interface DisbursementBegun permits DisbursementRequested, DisbursementRecorded, DisbursementOpened {

    /** Our own unique reference. */
    String reference();

    /** The allocation that pays. */
    String allocationNo();

    /** The fund. */
    String fundCode();

    /** The fund year. */
    int year();

    /** ISO 4217 code. */
    String currency();
}
