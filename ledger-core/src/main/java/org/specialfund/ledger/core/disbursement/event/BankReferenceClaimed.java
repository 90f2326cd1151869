package org.specialfund.ledger.core.disbursement.event;

import org.specialfund.ledger.core.posting.EventType;

/** A line of a bank statement was claimed by the payment that it shows: the first and only event of its stream. */
@EventType("bank-reference.claimed")
public record BankReferenceClaimed(
        String bankAccount, String bankReference, int bankLine, String reference, String payee)
        implements DisbursementEvent {}
