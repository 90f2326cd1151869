package org.specialfund.ledger.core.payee.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** Evidence of a qualification was recorded. */
@EventType("payee.qualification-recorded")
public record QualificationRecorded(
        String payee,
        String category,
        String qualification,
        @Nullable LocalDate validTo,
        String documentRef,
        @Nullable String documentSha256)
        implements PayeeEvent {}
