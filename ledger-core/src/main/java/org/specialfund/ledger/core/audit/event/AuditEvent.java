package org.specialfund.ledger.core.audit.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to an audit or to one of its findings. */
public sealed interface AuditEvent extends LedgerEvent
        permits AuditClosed,
                AuditPlanned,
                EvidenceAttached,
                FieldworkStarted,
                FindingAdded,
                FindingEvent,
                NoticeServed,
                ReportIssued,
                SampleDrawn,
                ShortNoticeApproved {}
