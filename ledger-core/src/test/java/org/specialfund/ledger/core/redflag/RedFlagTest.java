package org.specialfund.ledger.core.redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.disbursement.event.DisbursementApproved;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.redflag.command.DismissRedFlag;
import org.specialfund.ledger.core.redflag.command.RaiseRedFlag;
import org.specialfund.ledger.core.redflag.event.RedFlagDismissed;
import org.specialfund.ledger.core.redflag.event.RedFlagRaised;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A flag is raised once, and dismissed with a reason by somebody who did not act in it. */
class RedFlagTest {

    private static final Person RULES = Person.of("ledger", Role.INSPECTOR);
    private static final Person AUDITOR = Person.of("p-auditor", Role.AUDITOR);

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aPayment() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01")).paid("D1", "A1", "10", "2026-03-01");
    }

    @Test
    void keepsWhatTheRuleJudged() {
        ledger.accepts(raise("D1"), RULES);

        assertThat(ledger.last(RedFlagRaised.class).getPayload())
                .isEqualTo(new RedFlagRaised(
                        FlagId.of("split", 1, "D1"),
                        "split",
                        1,
                        "D1",
                        "F1",
                        2026,
                        Map.of("sum", "10"),
                        Map.of("limit", "9"),
                        List.of(ledger.ref(DisbursementApproved.class))));
    }

    @Test
    void isRaisedOncePerRuleVersionAndSubject() {
        ledger.accepts(raise("D1"), RULES);

        ledger.refuses(raise("D1"), RULES).because("red-flag-exists").with("subject", "D1");
        ledger.refuses(raise("d1"), RULES).because("red-flag-exists");
        ledger.accepts(raise("D2"), RULES);
        ledger.accepts(raise("split", 2, "D1", ledger.ref(DisbursementApproved.class)), RULES);
        ledger.accepts(raise("dormant", 1, "D1", ledger.ref(DisbursementApproved.class)), RULES);
    }

    @Test
    void isDismissedWithAReasonAndOnce() {
        ledger.accepts(raise("D1"), RULES);

        ledger.accepts(dismiss("D1"), AUDITOR);

        assertThat(ledger.last(RedFlagDismissed.class).getPayload())
                .isEqualTo(new RedFlagDismissed(FlagId.of("split", 1, "D1"), "split", 1, "D1", "two contracts"));
        ledger.refuses(dismiss("D1"), AUDITOR).because("red-flag-not-open").with("state", "dismissed");
    }

    @Test
    void isNotDismissedByWhoActedInIt() {
        ledger.accepts(raise("D1"), RULES);
        Person both = Person.of(TestLedger.APPROVER.id(), Role.APPROVER, Role.AUDITOR);

        ledger.refuses(dismiss("D1"), both)
                .because("acted-in-it")
                .with("entry", ledger.ref(DisbursementApproved.class));
    }

    @Test
    void isNotDismissedByWhoProposedOrConfirmedIt() {
        Person clerk = Person.of("p-both", Role.CLERK, Role.INSPECTOR);
        Person approver = Person.of("p-second", Role.APPROVER, Role.INSPECTOR);
        ledger.accepts(Do.record("D9", "A1", "1", "2026-03-01"), People.two(clerk, approver));
        ledger.accepts(raise("split", 1, "D9", ledger.ref(DisbursementRecorded.class)), RULES);

        ledger.refuses(dismiss("D9"), clerk).because("acted-in-it");
        ledger.refuses(dismiss("D9"), approver).because("acted-in-it");
    }

    @Test
    void mustExistToBeDismissed() {
        ledger.refuses(dismiss("D1"), AUDITOR).because("unknown-red-flag").with("rule", "split");
    }

    private RaiseRedFlag raise(String subject) {
        return raise("split", 1, subject, ledger.ref(DisbursementApproved.class));
    }

    private static RaiseRedFlag raise(String rule, int version, String subject, String entry) {
        return new RaiseRedFlag(
                rule, version, subject, "F1", 2026, Map.of("sum", "10"), Map.of("limit", "9"), List.of(entry));
    }

    private static DismissRedFlag dismiss(String subject) {
        return new DismissRedFlag("split", 1, subject, "two contracts");
    }
}
