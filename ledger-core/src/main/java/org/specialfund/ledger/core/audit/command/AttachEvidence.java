package org.specialfund.ledger.core.audit.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Keeps a document as evidence; its bytes are kept elsewhere.
 *
 * @param size in bytes
 * @param sha256 of the bytes, lower-case hexadecimal
 */
@EventType("audit.attach-evidence")
public record AttachEvidence(
        String auditNo,
        String evidenceId,
        @Nullable String findingId,
        String name,
        String mediaType,
        long size,
        String sha256)
        implements LedgerCommand {

    /** Checks the form. */
    public AttachEvidence {
        new Form()
                .code("auditNo", auditNo)
                .code("evidenceId", evidenceId)
                .optionalCode("findingId", findingId)
                .text("name", name)
                .mediaType("mediaType", mediaType)
                .that(size >= 1, "size", "out-of-range")
                .sha256("sha256", sha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
