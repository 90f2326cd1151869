package org.specialfund.ledger.api.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Turns a name into the number under which PostgreSQL takes an advisory lock. Two names that share a number only wait
 * for each other needlessly. Frozen: nodes of different versions must agree.
 */
final class LockKeys {

    private LockKeys() {}

    /** The number of a name of some kind; kinds do not meet. */
    static long of(String kind, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest((kind + "|" + name).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
