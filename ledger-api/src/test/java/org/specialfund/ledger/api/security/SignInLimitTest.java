package org.specialfund.ledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.HttpTest;
import org.springframework.test.annotation.DirtiesContext;

/** Guessing a password is slow, also for many at once. The context goes: it remembers the failures. */
@DirtiesContext
class SignInLimitTest extends HttpTest {

    @Test
    void tooManyFailuresOfOneNameAreAnsweredWithAPause() {
        long refused = IntStream.range(0, 30)
                .parallel()
                .filter(i -> token("treasury", "wrong").statusCode() == 429)
                .count();

        assertThat(refused).isEqualTo(30 - AttemptLimit.FAILURES_A_NAME);
        HttpResponse<String> right = token("TREASURY", "demo");
        problem(right, 429, "too-many-attempts");
        assertThat(Integer.parseInt(header(right, "Retry-After"))).isBetween(1, (int) AttemptLimit.WINDOW.toSeconds());
        assertThat(new Browser(port).signIn("treasury", "demo").statusCode()).isEqualTo(429);
        assertThat(token("reviewer", "demo").statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> token(String name, String password) {
        return send(request("/api/v1/tokens")
                .header("Authorization", basic(name, password))
                .POST(BodyPublishers.noBody()));
    }
}
