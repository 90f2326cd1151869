package org.specialfund.ledger.api.importing.plan;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.core.decision.LedgerCommand;

/**
 * One thing that an import records. Its identity comes from what it is and says, never from where it stands: the same
 * row in another file is the same row.
 *
 * @param reference what it names: {@code F1/2015}; of a return, the file's own name for it, so that two returns of one
 *     payment stay two
 * @param line of the file, from 1; 0 where it stands for several lines
 * @param content the fields of its command, as plain text
 * @param partOf the reference of the appropriation whose sum an allocation's amount is part of; null for all others
 */
public record PlannedRow(
        RowKind kind,
        String reference,
        long line,
        SortedMap<String, String> content,
        @Nullable String partOf) {

    /** Copies the content. */
    public PlannedRow {
        content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
    }

    /** The row with this content; its reference is made of the fields that name what it records. */
    public static PlannedRow of(RowKind kind, long line, SortedMap<String, String> content) {
        StringBuilder reference = new StringBuilder();
        for (String field : kind.key()) {
            reference.append(reference.isEmpty() ? "" : "/").append(content.getOrDefault(field, ""));
        }
        return new PlannedRow(kind, reference.toString(), line, content, null);
    }

    /** The same row as part of an appropriation. */
    PlannedRow asPartOf(String appropriation) {
        return new PlannedRow(kind, reference, line, content, appropriation);
    }

    /** The command; throws {@link org.specialfund.ledger.core.decision.MalformedException} where its form is wrong. */
    public LedgerCommand command() {
        return kind.shape().command(content);
    }

    /** The money it moves, in the units of its currency; null where it moves none. */
    public @Nullable BigDecimal amount() {
        String amount = kind.movesMoney() ? content.get("amount") : null;
        return amount == null ? null : new BigDecimal(amount);
    }

    /** A name-based UUID of what the row is and says. */
    public UUID identity() {
        MessageDigest digest = sha256();
        feed(digest, "import-row/1");
        feed(digest, kind.word());
        feed(digest, reference);
        for (Map.Entry<String, String> field : content.entrySet()) {
            feed(digest, field.getKey());
            feed(digest, field.getValue());
        }
        return UUID.nameUUIDFromBytes(digest.digest());
    }

    private static void feed(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)); // so that no two lists look alike
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
