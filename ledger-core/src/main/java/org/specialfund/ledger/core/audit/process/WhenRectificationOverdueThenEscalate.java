package org.specialfund.ledger.core.audit.process;

import java.time.LocalDate;
import java.util.Set;
import org.specialfund.ledger.core.audit.command.EscalateFinding;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/**
 * Notes that a correction is overdue, once a due date. The ledger acts for the person who ordered the correction. Safe
 * to repeat: the command's id follows from the finding and its due date, so is accepted once, and a refusal is recorded
 * once; the finding decides whether it is true.
 */
public final class WhenRectificationOverdueThenEscalate {

    private static final String CAUSE = "when-rectification-overdue-then-escalate";

    private WhenRectificationOverdueThenEscalate() {}

    /**
     * What follows when a due date has passed.
     *
     * @param orderedBy opaque person id
     * @param orderedAs in which role that person ordered the correction
     */
    public static Item then(String findingId, LocalDate dueDate, String orderedBy, Role orderedAs) {
        String id = CAUSE + ":" + findingId + ":" + dueDate;
        Person person = new Person(orderedBy, Set.of(orderedAs), null);
        return new Item(new EscalateFinding(findingId, dueDate), People.alone(person), id, null, id, CAUSE, id);
    }
}
