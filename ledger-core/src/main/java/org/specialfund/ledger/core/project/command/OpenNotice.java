package org.specialfund.ledger.core.project.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Puts a project up for public notice, for as many working days as the rules of its funds say.
 *
 * @param firstDay the first that counts: the day on which it was put up does not, where the Civil Code (art. 201) is
 *     followed
 */
@EventType("project.open-notice")
public record OpenNotice(
        String projectNo,
        LocalDate firstDay,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public OpenNotice {
        new Form()
                .code("projectNo", projectNo)
                .date("firstDay", firstDay)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER);
    }
}
