package org.specialfund.ledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.error.ProblemException;

class AttemptLimitTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final AttemptLimit limit = new AttemptLimit(() -> now);

    @Test
    void aNameMayFailSoOftenAndThenWaits() {
        for (int i = 0; i < AttemptLimit.FAILURES_A_NAME; i++) {
            limit.begin("clerk", "10.0.0." + i);
        }
        assertThatThrownBy(() -> limit.begin("Clerk", "10.0.1.1"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().figures()).containsEntry("seconds", "300"));

        now = now.plus(AttemptLimit.WINDOW);
        assertThatCode(() -> limit.begin("clerk", "10.0.1.1")).doesNotThrowAnyException();
    }

    @Test
    void anAddressMayFailSoOftenWithWhateverNames() {
        for (int i = 0; i < AttemptLimit.FAILURES_AN_ADDRESS; i++) {
            limit.begin("name" + i, "10.0.0.1");
        }
        assertThatThrownBy(() -> limit.begin("clerk", "10.0.0.1")).isInstanceOf(ProblemException.class);
        assertThatCode(() -> limit.begin("clerk", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void successForgets() {
        for (int i = 0; i < 1000; i++) {
            limit.begin("clerk", "10.0.0.1");
            limit.succeeded("clerk", "10.0.0.1");
        }
        assertThat(limit.remembered()).isZero();
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int i = 0; i < 50_000; i++) {
            limit.begin("name" + i + "x".repeat(i % 3 == 0 ? 1000 : 0), "address" + i);
        }
        assertThat(limit.remembered()).isLessThanOrEqualTo(20_000);
    }
}
