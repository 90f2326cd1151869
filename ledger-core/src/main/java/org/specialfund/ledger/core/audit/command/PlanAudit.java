package org.specialfund.ledger.core.audit.command;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Plans an audit (审计立项).
 *
 * @param kind {@code regular}, {@code special} or {@code follow-up}
 * @param fundCodes of one currency
 * @param team opaque person ids of who carries it out
 */
@EventType("audit.plan")
public record PlanAudit(
        String auditNo,
        String title,
        String kind,
        List<String> fundCodes,
        List<Integer> years,
        List<String> team,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {

    private static final int MOST = 20;

    /** Checks the form. */
    public PlanAudit {
        Form form = new Form()
                .code("auditNo", auditNo)
                .text("title", title)
                .oneOf("kind", kind, List.of("regular", "special", "follow-up"))
                .list("fundCodes", fundCodes, MOST)
                .list("years", years, MOST)
                .list("team", team, MOST)
                .optionalDocument(documentRef, documentSha256);
        form.check();
        fundCodes.forEach(fundCode -> form.code("fundCodes", fundCode));
        years.forEach(year -> form.year("years", year == null ? 0 : year));
        form.check();
        team.forEach(person -> form.text("team", person));
        form.distinct("fundCodes", fundCodes)
                .that(Set.copyOf(years).size() == years.size(), "years", "repeated")
                .distinct("team", team)
                .check();
        fundCodes = List.copyOf(fundCodes);
        years = List.copyOf(years);
        team = List.copyOf(team);
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
