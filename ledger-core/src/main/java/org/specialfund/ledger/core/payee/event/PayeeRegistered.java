package org.specialfund.ledger.core.payee.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A unit or a natural person was registered; a natural person's name is kept elsewhere, encrypted.
 *
 * @param payee scheme and code, {@code CN-USCC:…}
 * @param kind {@code organisation} or {@code person}
 * @param name of an organisation; null for a person
 * @param checkDigitOverride the document that explains a credit code whose check digit is wrong
 */
@EventType("payee.registered")
public record PayeeRegistered(
        String payee,
        String kind,
        @Nullable String name,
        @Nullable String checkDigitOverride) implements PayeeEvent {}
