package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/** What was refused before it was read is recorded with what is known of it, and nothing is decided. */
class RefusedUnreadTest {

    private static final Refusal ROLE =
            Refusal.of(CommonRefusals.ROLE_NOT_ALLOWED).with("roles", "approver, leader");

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard();
    }

    private Outcome refused(String key) {
        Person person = new Person("p7", Set.of(Role.TREASURY, Role.CLERK), null);
        return ledger.ledger()
                .execute(new RefusedUnread(
                        "disbursement.approve", Map.of("reference", "D1"), ROLE, person, "trace-7", key));
    }

    @Test
    void whoTriedWhatIsRecorded() {
        Outcome outcome = refused("k");

        assertThat(outcome.refusal()).isEqualTo(ROLE);
        List<? extends EventMessage<?>> events = ledger.ledger().events();
        EventMessage<?> last = events.get(events.size() - 1);
        assertThat(outcome.events()).hasSize(1);
        assertThat(last.getPayload())
                .isEqualTo(new RefusalRecorded(
                        "disbursement.approve",
                        "role-not-allowed",
                        Map.of("roles", "approver, leader"),
                        Map.of("reference", "D1")));
        assertThat(last.getMetaData())
                .contains(
                        Map.entry("actor", "p7"),
                        Map.entry("role", "clerk, treasury"),
                        Map.entry("correlationId", "trace-7"))
                .doesNotContainKey("commandId");
    }

    @Test
    void withTheSameKeyItIsRecordedOnce() {
        int before = ledger.ledger().events().size();

        assertThat(refused("k").events()).hasSize(1);
        assertThat(refused("k").events()).isEmpty();
        assertThat(refused("another").events()).hasSize(1);

        assertThat(ledger.ledger().events()).hasSize(before + 2);
    }
}
