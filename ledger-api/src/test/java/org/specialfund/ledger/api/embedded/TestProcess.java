package org.specialfund.ledger.api.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with a main class of the test tree; killed when the test ends. */
final class TestProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    private TestProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it with this JVM's class path; {@code prefix} is a command that runs it as somebody else. */
    static TestProcess start(List<String> prefix, String classPath, Class<?> main, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx256m", "-cp", classPath, main.getName()));
        line.addAll(List.of(arguments));
        return new TestProcess(
                new ProcessBuilder(line).redirectErrorStream(true).start());
    }

    static TestProcess start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), main, arguments);
    }

    /** Reads on until a line begins with this, and returns it. */
    String awaitLine(String beginning) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("Ended without saying '" + beginning + "':\n" + String.join("\n", said));
    }

    /** Waits for its end and returns everything it said. */
    String awaitEnd() throws IOException, InterruptedException {
        output.lines().forEach(said::add);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("Does not end");
        }
        return String.join("\n", said);
    }

    int exitValue() {
        return process.exitValue();
    }

    /** SIGKILL, then what it had said until then: the last line may be cut off. */
    String kill() throws IOException, InterruptedException {
        // Not Process.destroyForcibly, which would throw what it has said away.
        process.toHandle().destroyForcibly();
        return awaitEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
