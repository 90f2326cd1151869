package org.specialfund.ledger.core.project.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The form of an application was checked.
 *
 * @param result {@code complete} or {@code sent-back}
 * @param reason why it was sent back; null where it is complete
 * @param checkedBy opaque person id
 */
@EventType("project.checked")
public record ProjectChecked(
        String projectNo, String result, @Nullable String reason, String checkedBy) implements ProjectEvent {}
