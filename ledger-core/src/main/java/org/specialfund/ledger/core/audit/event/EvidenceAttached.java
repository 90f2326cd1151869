package org.specialfund.ledger.core.audit.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A document was kept as evidence; its bytes are kept elsewhere, under their hash.
 *
 * @param findingId the finding it belongs to; null where it belongs to the audit as a whole
 * @param size in bytes
 * @param sha256 of the bytes, lower-case hexadecimal
 */
@EventType("audit.evidence-attached")
public record EvidenceAttached(
        String auditNo,
        String evidenceId,
        @Nullable String findingId,
        String name,
        String mediaType,
        long size,
        String sha256)
        implements AuditEvent {}
