package org.specialfund.ledger.api.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A controller's argument: a day, and two states of knowledge, from the parameters {@code asOf}, {@code knownFrom} and
 * {@code knownTo}.
 *
 * @param asOf the effective date; today where none was given
 * @param from position, of what was known first; 0 for nothing
 * @param to position, of what was known later, not before {@code from}; null for all that is known now
 * @param provisional whether an open transaction may still add an event up to either
 */
public record Between(LocalDate asOf, long from, @Nullable Long to, boolean provisional) {}
