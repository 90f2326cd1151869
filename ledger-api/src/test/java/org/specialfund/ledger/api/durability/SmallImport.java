package org.specialfund.ledger.api.durability;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.specialfund.ledger.api.importing.SmallProfile;

/** A file to import, as often as wanted: under another name nothing in it is there already. */
final class SmallImport {

    private static final int LINES = 150;

    /** How many payments are recorded: every tenth pays more than was allocated and is refused. */
    static final int PAYMENTS = LINES * 9 / 10;

    private SmallImport() {}

    static byte[] file(String name) {
        Stream<String> lines = IntStream.range(0, LINES)
                .mapToObj(i -> name + "-" + i + "," + name + " fund,Unit " + i % 3 + ",100.00,"
                        + (i % 10 == 9 ? "100.01" : "70.10"));
        String text = "no,fund,unit,budget,paid\n" + String.join("\n", lines.toList()) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String profile(String name) {
        return SmallProfile.of(name);
    }
}
