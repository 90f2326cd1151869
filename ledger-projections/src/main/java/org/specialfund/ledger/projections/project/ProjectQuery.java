package org.specialfund.ledger.projections.project;

import org.jspecify.annotations.Nullable;

/**
 * What projects are wanted; null asks for all.
 *
 * @param fundCode of a fund that it asks for
 * @param year of a fund that it asks for, with {@code fundCode} of that one
 * @param status as in {@link ProjectView}
 */
public record ProjectQuery(
        @Nullable String applicant,
        @Nullable String fundCode,
        @Nullable Integer year,
        @Nullable String category,
        @Nullable String status) {}
