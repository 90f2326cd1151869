package org.specialfund.ledger.core.redflag;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** The id of a flag, which follows from rule, version and subject: fit for a URL, as these are not. */
public final class FlagId {

    private FlagId() {}

    /** The id; the same for subjects that differ only by case. */
    public static String of(String rule, int version, String subject) {
        return UUID.nameUUIDFromBytes(
                        path(rule, version, subject).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static String path(String rule, int version, String subject) {
        return rule + "/" + version + "/" + subject;
    }
}
