package org.specialfund.ledger.api.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specialfund.ledger.api.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The connector of Axon Server is on the class path and Axon would look for updates: by its own configuration the
 * application, in a process of its own, reaches out to nobody. Where there is {@code strace}, no connection at all but
 * to its own PostgreSQL is attempted by it or by what it starts.
 */
class NoOutboundCallTest {

    private static final Pattern CONNECT =
            Pattern.compile("connect\\(\\d+, \\{sa_family=AF_INET6?, sin6?_port=htons\\((\\d+)\\).*?\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void reachesNobodyByItself() throws Exception {
        Path calls = folder.resolve("calls");
        List<String> own;
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                LedgerProcess ledger = launch(elsewhere, traced(calls))) {
            ledger.awaitReady();
            ledger.client().get("clerk", "/funds");
            ledger.client()
                    .done("clerk", "/payees", "{\"payee\": \"X:1\", \"kind\": \"organisation\", \"name\": \"A\"}");
            assertThat(ledger.client().text("clerk", "/exports/postings.csv")).isNotBlank();
            own = List.of(
                    "127.0.0.1:" + ledger.databasePort(),
                    "127.0.0.1:" + ledger.port().orElseThrow());
            assertThat(callers(elsewhere)).isZero();
        }
        if (Files.exists(calls)) {
            List<String> attempts = attempts(calls);
            System.out.println(attempts.size() + " connections attempted");
            // Tomcat calls itself when it stops.
            assertThat(attempts).contains(own.get(0)).isSubsetOf(own);
        }
        assertThat(LedgerProcess.home(folder)).isEmptyDirectory();
    }

    /** So that the test above can fail: where it listens is where the connector would call. */
    @Test
    void theConnectorAloneWouldCallWhereItIsToldTo() throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var connector = new SpringApplicationBuilder(ConnectorAlone.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--axon.axonserver.enabled=true",
                                "--axon.axonserver.servers=" + address(elsewhere),
                                // No projections whose health could be asked.
                                "--management.endpoint.health.validate-group-membership=false",
                                "--spring.datasource.url=" + TestDatabase.fresh())) {
            elsewhere.setSoTimeout((int) Duration.ofMinutes(2).toMillis());
            try (Socket caller = elsewhere.accept()) {
                assertThat(caller.isConnected()).as(connector.getId()).isTrue();
            }
        }
    }

    @Test
    void refusesToBeToldToUseAxonServerAndDoesNotCallItEither() throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                LedgerProcess ledger = launch(elsewhere, List.of(), "--axon.axonserver.enabled=true")) {
            await().atMost(Duration.ofMinutes(2)).until(ledger::hasEnded);
            assertThat(ledger.said()).contains("Axon Server is not supported yet");
            assertThat(callers(elsewhere)).isZero();
        }
    }

    /** Not annotated as a configuration, so that no component scan finds it. */
    @EnableAutoConfiguration
    static class ConnectorAlone {}

    private static String address(ServerSocket elsewhere) {
        return "127.0.0.1:" + elsewhere.getLocalPort();
    }

    /** Everything by which Axon could be told where to call is told to call here. */
    private LedgerProcess launch(ServerSocket elsewhere, List<String> prefix, String... options) throws IOException {
        String address = address(elsewhere);
        List<String> all = new ArrayList<>(List.of("--axon.axonserver.servers=" + address));
        all.addAll(List.of(options));
        return LedgerProcess.launch(
                folder, prefix, List.of("-Daxoniq.usage.url=http://" + address + "/"), all.toArray(String[]::new));
    }

    private static int callers(ServerSocket elsewhere) throws IOException {
        elsewhere.setSoTimeout(1);
        try (Socket caller = elsewhere.accept()) {
            return caller.isConnected() ? 1 : 0;
        } catch (SocketTimeoutException nobody) {
            return 0;
        }
    }

    /** The command that notes every connection a program attempts, or none where there is no such tool. */
    private static List<String> traced(Path calls) throws InterruptedException {
        try {
            int works = new ProcessBuilder(
                            "strace", "-f", "--seccomp-bpf", "-e", "trace=connect", "-o", "/dev/null", "true")
                    .start()
                    .waitFor();
            return works != 0
                    ? List.of()
                    : List.of(
                            "strace",
                            "-D",
                            "-f",
                            "--seccomp-bpf",
                            "-qq",
                            "-e",
                            "trace=connect",
                            "-o",
                            calls.toString());
        } catch (IOException noStrace) {
            return List.of();
        }
    }

    /** Address and port of every attempt; what goes to port 0 only asks the kernel for a route. */
    private static List<String> attempts(Path calls) throws IOException {
        List<String> attempts = new ArrayList<>();
        Matcher matcher = CONNECT.matcher(Files.readString(calls));
        while (matcher.find()) {
            if (!matcher.group(1).equals("0")) {
                attempts.add(matcher.group(2).replace("::ffff:", "") + ":" + matcher.group(1));
            }
        }
        return attempts;
    }
}
