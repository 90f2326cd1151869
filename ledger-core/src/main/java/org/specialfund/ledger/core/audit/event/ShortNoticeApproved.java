package org.specialfund.ledger.core.audit.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** A leader allowed fieldwork to start before the notice has run. */
@EventType("audit.short-notice-approved")
public record ShortNoticeApproved(
        String auditNo,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements AuditEvent {}
