package org.specialfund.ledger.core;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.fund.command.AmendRules;
import org.specialfund.ledger.core.fundyear.command.SetPlan;

/** What two people may edit: whoever says what they saw replaces nothing else. */
class ExpectedVersionTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "100", "2026-02-01"));
    }

    @Test
    void rulesReplaceTheVersionThatTheProposerSaw() {
        replacesOnlyWhatWasSeen(1, this::rules);
    }

    @Test
    void aPlanReplacesTheVersionThatTheProposerSaw() {
        replacesOnlyWhatWasSeen(0, this::plan);
    }

    @Test
    void tranchesReplaceThoseThatTheActorSaw() {
        replacesOnlyWhatWasSeen(0, this::tranches);
    }

    private interface Expecting {
        LedgerCommand command(Integer version);
    }

    private void replacesOnlyWhatWasSeen(int version, Expecting change) {
        ledger.refuses(change.command(version + 1))
                .because("changed-meanwhile")
                .with("expected", String.valueOf(version + 1))
                .with("current", String.valueOf(version));
        ledger.accepts(change.command(version));
        ledger.refuses(change.command(version))
                .because("changed-meanwhile")
                .with("current", String.valueOf(version + 1));
        ledger.accepts(change.command(version + 1));
        ledger.accepts(change.command(null));
    }

    private AmendRules rules(Integer expected) {
        AmendRules c = Do.fund("F1").amendedFrom("2026-07-01");
        return new AmendRules(
                c.fundCode(),
                c.appliesFrom(),
                c.timeZone(),
                c.firstMonth(),
                c.categories(),
                c.leaderThreshold(),
                c.approvalThreshold(),
                c.returnsTo(),
                c.surplusTo(),
                c.lateReturnsTo(),
                c.noticeWorkingDays(),
                c.reviewsRequired(),
                c.categoryRules(),
                c.supervisionThresholds(),
                c.documentRef(),
                c.documentSha256(),
                expected);
    }

    private SetPlan plan(Integer expected) {
        SetPlan c = Do.plan("L1", "300");
        return new SetPlan(c.fundCode(), c.year(), c.lines(), c.documentRef(), c.documentSha256(), expected);
    }

    private AgreeTranches tranches(Integer expected) {
        AgreeTranches c = Do.tranches("A1", "60", "40");
        return new AgreeTranches(c.allocationNo(), c.tranches(), c.documentRef(), c.documentSha256(), expected);
    }
}
