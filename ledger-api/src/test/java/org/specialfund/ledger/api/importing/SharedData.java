package org.specialfund.ledger.api.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data, which lies beside the repository and not in it. Where it is missing, tests fail on the build server
 * ({@code CI=true}) and are skipped elsewhere.
 */
public final class SharedData {

    private SharedData() {}

    /** The budget lines of Uganda's Western Region; AidData, ODC-By 1.0. */
    public static Path uganda() {
        return file("uganda-western-region-2015/budget-lines.csv");
    }

    private static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        String missing = "real data is missing: shared/data/" + name + " beside the repository";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        Assumptions.abort(missing);
        throw new AssertionError(missing);
    }
}
