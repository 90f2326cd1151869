package org.specialfund.ledger.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.api.HttpTest;

class ProbesTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void aRunningLedgerIsUpForAnybodyWhoAsksAndSaysNoMore(String probe) {
        var answer = send(request(probe));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).toString()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void givesPrometheusTheFiguresOfRequestsPoolAndMemory() {
        assertThat(send(request("/actuator/prometheus")).statusCode()).isEqualTo(401);
        send(request("/actuator/health/liveness"));
        var answer = send(as("auditor", "/actuator/prometheus"));
        assertThat(answer.statusCode()).isEqualTo(200);
        // Every figure that docker/grafana/dashboards/ledger.json draws.
        assertThat(answer.body())
                .contains(
                        "http_server_requests_seconds_count{",
                        "http_server_requests_seconds_bucket{",
                        "hikaricp_connections_active{",
                        "hikaricp_connections_pending{",
                        "jvm_memory_used_bytes{",
                        "jvm_gc_pause_seconds_sum",
                        "process_cpu_usage",
                        "disk_free_bytes{",
                        "process_uptime_seconds");
    }
}
