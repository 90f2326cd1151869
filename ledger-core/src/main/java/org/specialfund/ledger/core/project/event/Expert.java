package org.specialfund.ledger.core.project.event;

import org.jspecify.annotations.Nullable;

/**
 * An expert who is to review a project.
 *
 * @param person opaque person id
 * @param unit payee id of the unit that the expert works for; null where it has none here
 */
public record Expert(String person, @Nullable String unit) {}
