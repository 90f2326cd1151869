package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The audited were told of the audit.
 *
 * @param days how many days the notice runs
 * @param dayKind {@code calendar} or {@code working}
 * @param earliest the first day on which fieldwork may start, but for an approved exception
 */
@EventType("audit.notice-served")
public record NoticeServed(
        String auditNo,
        LocalDate servedOn,
        int days,
        String dayKind,
        LocalDate earliest,
        String documentRef,
        @Nullable String documentSha256)
        implements AuditEvent {}
