package org.specialfund.ledger.core.payee.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** A bank account was verified by another person. */
@EventType("payee.account-verified")
public record AccountVerified(
        String payee,
        String accountId,
        @Nullable String documentRef,
        @Nullable String documentSha256) implements PayeeEvent {}
