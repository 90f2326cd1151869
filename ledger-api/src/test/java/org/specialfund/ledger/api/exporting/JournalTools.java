package org.specialfund.ledger.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** hledger, ledger and bean-check, run on a journal. */
public final class JournalTools {

    private static final Pattern BALANCE = Pattern.compile("[0-9-]{10} balance (\\S+) (-?[0-9.]+) ~ 0 [A-Z]{3}");

    /** What a program said. */
    record Result(int exit, String out, String err) {}

    private JournalTools() {}

    /** Skips the test, with a message, where a program is missing; fails it with {@code CI=true}. */
    public static void demand() {
        for (String program : List.of("hledger", "ledger", "bean-check")) {
            boolean there =
                    run(Path.of("."), "sh", "-c", "command -v " + program).exit() == 0;
            if (!there && "true".equals(System.getenv("CI"))) {
                throw new AssertionError(program + " is not installed");
            }
            assumeTrue(there, program + " is not installed: the journal is not read by it");
        }
    }

    /** What hledger makes of a journal: balances by account, those of zero left out. It must not complain. */
    public static Map<String, BigDecimal> hledger(Path journal) {
        Result check = run(journal.getParent(), "hledger", "-f", journal.toString(), "--strict", "check");
        assertThat(check.exit()).as(check.err()).isZero();
        return balances(run(
                journal.getParent(),
                "hledger",
                "-f",
                journal.toString(),
                "balance",
                "--flat",
                "--no-total",
                "--output-format",
                "csv"));
    }

    /** What ledger makes of a journal: balances by account, those of zero left out. It must not complain. */
    public static Map<String, BigDecimal> ledger(Path journal) {
        return balances(run(
                journal.getParent(),
                "ledger",
                "-f",
                journal.toString(),
                "--args-only",
                "--strict",
                "--pedantic",
                "balance",
                "--flat",
                "--no-total",
                "--balance-format",
                "\"%(account)\",\"%(amount)\"\n"));
    }

    /**
     * The balances that a journal's own {@code balance} directives assert, those of zero left out, which bean-check has
     * compared, without tolerance, with what it makes of the entries. It must not complain.
     */
    public static Map<String, BigDecimal> beancount(Path journal) throws IOException {
        Result checked = beanCheck(journal);
        assertThat(checked.exit()).as(checked.out() + checked.err()).isZero();
        assertThat(checked.out() + checked.err())
                .as("what the program complains about")
                .isBlank();
        Map<String, BigDecimal> balances = new TreeMap<>();
        try (Stream<String> lines = Files.lines(journal)) {
            lines.map(BALANCE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> put(balances, line.group(1), line.group(2)));
        }
        return balances;
    }

    /** Lets bean-check check a journal. */
    static Result beanCheck(Path journal) {
        return run(journal.getParent(), "bean-check", journal.toString());
    }

    private static Map<String, BigDecimal> balances(Result result) {
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).as("what the program complains about").isBlank();
        Map<String, BigDecimal> balances = new TreeMap<>();
        result.out()
                .lines()
                .filter(line -> line.matches("\"[^\"]+\",\"-?[0-9.]+ [A-Z]{3}\""))
                .forEach(line -> {
                    String[] parts = line.substring(1, line.length() - 1).split("\",\"");
                    put(balances, parts[0], parts[1].substring(0, parts[1].indexOf(' ')));
                });
        return balances;
    }

    private static void put(Map<String, BigDecimal> balances, String account, String amount) {
        BigDecimal balance = new BigDecimal(amount);
        if (balance.signum() != 0) {
            balances.put(account, balance.stripTrailingZeros());
        }
    }

    private static Result run(Path folder, String... command) {
        try {
            Path out = Files.createTempFile("journal-tool", ".out");
            Path err = Files.createTempFile("journal-tool", ".err");
            List<String> words = new ArrayList<>(List.of(command));
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(words + " did not end");
            }
            Result result = new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
