package org.specialfund.ledger.core.project.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Checks whether an application is complete.
 *
 * @param result {@code complete} or {@code sent-back}
 * @param reason needed to send it back
 */
@EventType("project.check")
public record CheckProject(
        String projectNo, String result, @Nullable String reason) implements LedgerCommand {
    /** Checks the form. */
    public CheckProject {
        new Form()
                .code("projectNo", projectNo)
                .oneOf("result", result, List.of("complete", "sent-back"))
                .optionalText("reason", reason)
                .that("sent-back".equals(result) == (reason != null), "reason", "required-to-send-back-only")
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER);
    }
}
