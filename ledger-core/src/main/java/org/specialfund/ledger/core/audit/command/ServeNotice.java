package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Tells the audited of the audit before fieldwork (审计通知).
 *
 * @param days how many days the notice runs, {@value #DAYS} at least: less takes an approved exception; null for
 *     {@value #DAYS}
 * @param dayKind {@code calendar}, which is what it is where null, or {@code working}: of the working calendar
 */
@EventType("audit.serve-notice")
public record ServeNotice(
        String auditNo,
        LocalDate servedOn,
        @Nullable Integer days,
        @Nullable String dayKind,
        String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {

    /** How many days a notice runs at least, and where nothing else is said. */
    public static final int DAYS = 3;

    private static final String CALENDAR = "calendar";
    private static final String WORKING = "working";
    private static final List<String> KINDS = List.of(CALENDAR, WORKING);

    /** How many days the notice runs. */
    public int length() {
        return days == null ? DAYS : days;
    }

    /** What kind of days they are. */
    public String kindOfDay() {
        return dayKind == null ? CALENDAR : dayKind;
    }

    /** Whether the working calendar says which days count. */
    public boolean inWorkingDays() {
        return kindOfDay().equals(WORKING);
    }

    /** Checks the form. */
    public ServeNotice {
        new Form()
                .code("auditNo", auditNo)
                .date("servedOn", servedOn)
                .range("days", days == null ? DAYS : days, DAYS, 60)
                .oneOf("dayKind", dayKind == null ? CALENDAR : dayKind, KINDS)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
