package org.specialfund.ledger.core.payee.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A bank account was proposed for the payee.
 *
 * @param accountHash keyed hash of the account number
 * @param proposedBy opaque person id: another person must verify
 */
@EventType("payee.account-proposed")
public record AccountProposed(
        String payee,
        String accountId,
        String accountHash,
        String lastFour,
        @Nullable String bank,
        String proposedBy) implements PayeeEvent {}
