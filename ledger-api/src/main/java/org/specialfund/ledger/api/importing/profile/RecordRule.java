package org.specialfund.ledger.api.importing.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one command is made of a line.
 *
 * @param path where the rule stands in the profile: {@code disbursements[0]}
 * @param kind what the command records
 * @param fields by the names of the command's fields
 * @param returns what a negative amount means; null where it means nothing but a mistake
 */
public record RecordRule(
        String path,
        RowKind kind,
        Map<String, Field> fields,
        @Nullable ReturnRule returns) {

    /**
     * A negative amount is paid money that came back.
     *
     * @param of the reference of the payment that it came back from; null where the file does not say: then the ledger
     *     refuses the row
     * @param kind {@code bounced} or {@code refunded}
     */
    public record ReturnRule(@Nullable Field of, Field kind) {}

    /** Copies the fields, in their order. */
    public RecordRule {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
