package org.specialfund.ledger.api.importing;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.UUID;
import org.specialfund.ledger.api.importing.plan.PlannedRow;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/**
 * Makes items of rows. Command id and refusal key come from the row alone: the same row is accepted once and refused
 * once for a cause, whichever file brings it and whoever uploads it. Only an appropriation is its import's own: it is
 * the sum of what is new in one file, and another file's may be as large.
 */
record ImportItems(UUID importId, Person uploader, Person confirmer) {

    /** Items of a rehearsal, which nobody has confirmed yet: somebody who may will. */
    static ImportItems rehearsed(ImportJob job) {
        Person anybody = new Person("rehearsal", EnumSet.allOf(Role.class), null);
        return new ImportItems(job.id(), job.uploader(), anybody);
    }

    Item of(PlannedRow row) {
        LedgerCommand command = row.command();
        String identity = row.identity().toString();
        People people = command.duty().needsTwo() ? People.two(uploader, confirmer) : People.alone(uploader);
        String commandId = row.kind() == RowKind.APPROPRIATION
                ? UUID.nameUUIDFromBytes((importId + "/" + identity).getBytes(StandardCharsets.US_ASCII))
                        .toString()
                : identity;
        return new Item(command, people, commandId, null, importId.toString(), importId.toString(), identity);
    }
}
