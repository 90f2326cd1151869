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
    void givesFiguresToPrometheusWhichNeedsAnAuditorsToken() {
        assertThat(send(request("/actuator/prometheus")).statusCode()).isEqualTo(401);
        var answer = send(as("auditor", "/actuator/prometheus"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("hikaricp_connections_active{")
                .contains("ledger_projection_lag{projection=\"balance\"}")
                .contains("ledger_projection_standing{projection=\"balance\"} 0.0");
    }
}
