package org.specialfund.ledger.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;

/** A key, made opaque so that no client builds on what it holds. */
final class Cursor {

    private static final int LONGEST = 1024;

    private Cursor() {}

    static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static String key(String cursor) {
        if (cursor.length() <= LONGEST) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(cursor);
                String key = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                if (TextForm.isClean(key)) {
                    return key;
                }
            } catch (IllegalArgumentException | CharacterCodingException e) {
                // Not one of ours: answered below.
            }
        }
        throw new ProblemException(Problem.malformed("cursor", "invalid"));
    }
}
