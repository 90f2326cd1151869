package org.specialfund.ledger.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JournalNamesTest {

    private static final String HOSTILE = "AaXxZz09-_.: %\"';()[]{}|\\\t中〔é€𝄞";

    @Test
    void everyNameIsReversibleAndAcceptedByAllPrograms() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, String> seen = new HashMap<>();
        int[] characters = HOSTILE.codePoints().toArray();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder part = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                part.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            String name = JournalNames.encode(part.toString());
            assertThat(name).as("seed %s: %s", seed, part).matches("[A-Z0-9][A-Za-z0-9-]*");
            assertThat(JournalNames.decode(name)).as("seed %s", seed).isEqualTo(part.toString());
            String other = seen.put(name, part.toString());
            assertThat(other).as("seed %s: %s", seed, name).isIn(null, part.toString());
        }
    }

    @Test
    void ordinaryCodesStayReadable() {
        assertThat(JournalNames.encode("A7")).isEqualTo("A7");
        assertThat(JournalNames.encode("L-YYYY-F3NQ")).isEqualTo("L-2DYYYY-2DF3NQ");
    }
}
