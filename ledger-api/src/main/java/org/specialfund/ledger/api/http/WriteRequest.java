package org.specialfund.ledger.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A controller's argument, for every request that writes to the ledger; asking for it makes the header
 * {@code Idempotency-Key} required.
 *
 * @param commandId the client's key, with the person's opaque id before it: the keys of two people never collide
 * @param requestHash SHA-256, 64 hexadecimal digits, of method, address and body; the order of a JSON object's members
 *     and the space between them do not count. Of a file it knows nothing: see {@link #with}
 * @param correlationId of everything that belongs together
 */
public record WriteRequest(String commandId, String requestHash, String correlationId) {

    /** The header with the client's key. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** The same request with something more that its hash must cover, such as the hash of an uploaded file. */
    public WriteRequest with(String content) {
        String both = requestHash + "\n" + content;
        return new WriteRequest(commandId, hash(both.getBytes(StandardCharsets.UTF_8)), correlationId);
    }

    static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
