package org.specialfund.ledger.api.importing.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which references have come already, in 8 to 32 bytes each. It keeps 64 bits of a hash: that two references look the
 * same is next to impossible, and would only leave one line out of an appropriation, for its refusal to show.
 */
final class SeenReferences {

    private final MessageDigest digest;
    private long[] slots = new long[1 << 10];
    private int count;

    SeenReferences() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the reference comes for the first time, whatever the case of its letters. */
    boolean add(String reference) {
        byte[] folded = reference.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        long hash = ByteBuffer.wrap(digest.digest(folded)).getLong() | 1; // 0 marks an empty slot
        if (2 * count >= slots.length) {
            long[] old = slots;
            slots = new long[2 * old.length];
            Arrays.stream(old).filter(h -> h != 0).forEach(this::put);
        }
        boolean fresh = put(hash);
        count += fresh ? 1 : 0;
        return fresh;
    }

    private boolean put(long hash) {
        int i = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[i] != 0) {
            if (slots[i] == hash) {
                return false;
            }
            i = (i + 1) & (slots.length - 1);
        }
        slots[i] = hash;
        return true;
    }
}
