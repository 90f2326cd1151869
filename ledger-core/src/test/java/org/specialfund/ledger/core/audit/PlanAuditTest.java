package org.specialfund.ledger.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.audit.command.PlanAudit;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.decision.MalformedException;

/** An audit is planned over funds of one currency, by people named one by one. */
class PlanAuditTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard();
    }

    @Test
    void notesTheCurrencyAndTheZone() {
        assertThat(ledger.accepts(AuditDo.plan())).singleElement().satisfies(event -> {
            AuditPlanned planned = (AuditPlanned) event;
            assertThat(planned.currency()).isEqualTo("CNY");
            assertThat(planned.timeZone()).isEqualTo("Asia/Shanghai");
            assertThat(planned.team()).containsExactly("p-auditor", "p-auditor-2");
        });
        ledger.accepts(AuditDo.plan("AU2", "F1"), TestLedger.INSPECTOR);
    }

    @Test
    void refusesANumberThatIsTaken() {
        ledger.given(AuditDo.plan());

        ledger.refuses(AuditDo.plan()).because("audit-exists").with("auditNo", "AU1");
        ledger.refuses(AuditDo.plan("au1", "F1")).because("differs-only-by-case");
    }

    @Test
    void refusesAnUnknownFundAndFundsOfTwoCurrencies() {
        ledger.given(Do.fund("F2").currency("USD").command());

        ledger.refuses(AuditDo.plan("AU1", "F1", "F9")).because("unknown-fund").with("fundCode", "F9");
        ledger.refuses(AuditDo.plan("AU1", "F1", "F2")).because("one-currency").with("currencies", "CNY, USD");
    }

    @Test
    void refusesWhoIsNoAuditor() {
        ledger.refuses(AuditDo.plan(), TestLedger.CLERK).because("role-not-allowed");
    }

    @Test
    void refusesARepeatedYearOrFundAndAnEmptyTeam() {
        assertThatThrownBy(() -> plan(List.of("F1"), List.of(2026, 2026), List.of("p")))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("years");
        assertThatThrownBy(() -> plan(List.of("F1", "f1"), List.of(2026), List.of("p")))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("fundCodes");
        assertThatThrownBy(() -> plan(List.of("F1"), List.of(2026), List.of()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("team");
    }

    private static PlanAudit plan(List<String> funds, List<Integer> years, List<String> team) {
        return new PlanAudit("AU1", "title", "regular", funds, years, team, null, null);
    }
}
