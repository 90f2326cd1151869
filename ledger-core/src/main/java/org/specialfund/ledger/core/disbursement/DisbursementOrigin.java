package org.specialfund.ledger.core.disbursement;

/** What never changes about a disbursement: which allocation of which fund year pays. */
public record DisbursementOrigin(String reference, String allocationNo, String fundCode, int year) {}
