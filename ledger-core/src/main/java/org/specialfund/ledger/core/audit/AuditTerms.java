package org.specialfund.ledger.core.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/** What a step of an audit rests on: how it was planned, which never changes, and today in its zone. */
record AuditTerms(AuditPlanned planned, Person actor, LocalDate today) {

    /** The terms; refuses an unknown audit, and one whose number differs by case. */
    static AuditTerms of(Work work, String auditNo) {
        AuditPlanned planned = find(auditNo, work.lookup());
        if (planned == null) {
            throw Refusal.of(AuditRefusals.UNKNOWN_AUDIT)
                    .with("auditNo", auditNo)
                    .asException();
        }
        return new AuditTerms(planned, work.people().actor(), work.today(planned.timeZone()));
    }

    private static @Nullable AuditPlanned find(String auditNo, Lookup lookup) {
        return lookup.first(Audit.key(auditNo))
                .map(AuditPlanned.class::cast)
                .filter(planned -> planned.auditNo().equals(auditNo))
                .orElse(null);
    }

    /** Refuses who is not of the team. */
    void checkInTeam() {
        Guard.that(planned.team().contains(actor.id()), this::notInTeam);
    }

    /** Refuses an auditor of another team; inspectors look into every audit. */
    void checkInTeamOrInspector() {
        if (!actor.roles().contains(Role.INSPECTOR)) {
            checkInTeam();
        }
    }

    /** Refuses who is of the team. */
    void checkNotInTeam() {
        Guard.that(!planned.team().contains(actor.id()), () -> Refusal.of(CommonRefusals.SAME_PERSON));
    }

    /** Refuses a day after today. */
    void checkNotInFuture(LocalDate day) {
        Guard.that(!day.isAfter(today), () -> Refusal.of(CommonRefusals.DATE_IN_FUTURE)
                .with("effectiveDate", day)
                .with("today", today));
    }

    /** Refuses a due date that is not after today. */
    void checkDueLater(LocalDate dueDate) {
        Guard.that(dueDate.isAfter(today), () -> Refusal.of(AuditRefusals.DUE_DATE_PASSED)
                .with("dueDate", dueDate)
                .with("today", today));
    }

    private Refusal notInTeam() {
        return Refusal.of(AuditRefusals.NOT_IN_TEAM).with("auditNo", planned.auditNo());
    }
}
