package org.specialfund.ledger.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.specialfund.ledger.api.TestDatabase;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ShutdownTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void finishesWhatRunsTakesNothingNewAndLogsOneJsonObjectALine(CapturedOutput output) throws Exception {
        String database = TestDatabase.fresh();
        int before = output.getOut().length();
        var context = SmallApplication.start(database);
        String port = context.getEnvironment().getProperty("local.server.port");
        URI slow = URI.create("http://127.0.0.1:" + port + "/slow");

        var answer = client.sendAsync(HttpRequest.newBuilder(slow).build(), BodyHandlers.ofString());
        assertThat(SmallApplication.ARRIVED.await(30, TimeUnit.SECONDS)).isTrue();
        var closing = CompletableFuture.runAsync(context::close);
        await().until(() -> refusesConnections(slow));
        SmallApplication.MAY_END.countDown();

        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEqualTo("finished");
        closing.get(30, TimeUnit.SECONDS);

        MDC.put("correlationId", "a-request");
        LoggerFactory.getLogger(ShutdownTest.class).error("two\nlines", new IllegalStateException("with a trace"));
        MDC.remove("correlationId");
        var lines = output.getOut().substring(before).lines().toList();
        assertThat(lines).hasSizeGreaterThan(3);
        JsonNode last = null;
        for (String line : lines) {
            last = JsonMapper.shared().readTree(line);
            assertThat(last.get("@timestamp").asString()).isNotBlank();
        }
        assertThat(last.get("message").asString()).isEqualTo("two\nlines");
        assertThat(last.get("correlationId").asString()).isEqualTo("a-request");
    }

    private static boolean refusesConnections(URI uri) throws IOException {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            return !socket.isConnected();
        } catch (ConnectException e) {
            return true;
        }
    }
}
