package org.specialfund.ledger.api.importing.profile;

import org.jspecify.annotations.Nullable;

/**
 * Where the value of one field comes from.
 *
 * @param from what the source is
 * @param source a constant, a column's name, a column's number from 1, a template with {@code {column}} in it, or the
 *     name of an entry under {@code codes}
 * @param whenBlank taken where the source is blank; null leaves the field absent
 * @param skipBlank whether a blank means that there is nothing to record here, and not that something is missing
 * @param optional whether the file may lack the column altogether
 */
public record Field(From from, String source, @Nullable String whenBlank, boolean skipBlank, boolean optional) {

    /** What the source of a field is. */
    public enum From {
        VALUE,
        COLUMN,
        INDEX,
        TEMPLATE,
        CODE,
        NAME
    }

    /** A constant. */
    public static Field constant(String value) {
        return new Field(From.VALUE, value, null, false, false);
    }
}
