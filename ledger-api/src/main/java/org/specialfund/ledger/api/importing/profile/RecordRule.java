package org.specialfund.ledger.api.importing.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one command is made of a line.
 *
 * @param path where the rule stands in the profile: {@code disbursements[0]}
 * @param kind what the command records
 * @param fields by the names of the command's fields
 */
public record RecordRule(String path, RowKind kind, Map<String, Field> fields) {

    /** Copies the fields, in their order. */
    public RecordRule {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
