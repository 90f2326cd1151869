package org.specialfund.ledger.api.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.projections.audit.FindingQuery;
import org.specialfund.ledger.projections.audit.FindingView;

/** The columns of the rectification board. */
enum RectificationStage {
    /** To be corrected, and not due within {@value #SOON_DAYS} days. */
    OPEN("to-be-corrected"),
    /** To be corrected, and due within {@value #SOON_DAYS} days, today included. */
    DUE("to-be-corrected"),
    /** To be corrected, and the due date passed. */
    OVERDUE("to-be-corrected"),
    SUBMITTED("correction-submitted"),
    VERIFIED("cleared"),
    /** Given to another authority (移送). */
    REFERRED("referred"),
    WITHDRAWN("withdrawn");

    private static final int SOON_DAYS = 7;

    private final String state;

    RectificationStage(String state) {
        this.state = state;
    }

    /** The stage of that word. */
    static RectificationStage of(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.malformed("stage", "unknown-word")));
    }

    /** Where a finding stands whose correction was ordered. */
    static RectificationStage of(FindingView finding, LocalDate today) {
        LocalDate due = finding.dueDate();
        return switch (finding.state()) {
            case "correction-submitted" -> SUBMITTED;
            case "referred" -> REFERRED;
            case "to-be-corrected" ->
                finding.overdue(today) ? OVERDUE : due != null && due.isBefore(notSoon(today)) ? DUE : OPEN;
            case "cleared" -> VERIFIED;
            case "withdrawn" -> WITHDRAWN;
            default -> throw new IllegalStateException("no correction is ordered in state " + finding.state());
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more is expected of the unit by a day. */
    boolean ended() {
        return this == VERIFIED || this == REFERRED || this == WITHDRAWN;
    }

    /** The findings that stand there. */
    FindingQuery query(@Nullable String auditNo, @Nullable String unit, LocalDate today) {
        LocalDate from =
                switch (this) {
                    case OPEN -> notSoon(today);
                    case DUE -> today;
                    default -> null;
                };
        LocalDate before =
                switch (this) {
                    case DUE -> notSoon(today);
                    case OVERDUE -> today;
                    default -> null;
                };
        return new FindingQuery(auditNo, unit, null, state, from, before);
    }

    private static LocalDate notSoon(LocalDate today) {
        return today.plusDays(SOON_DAYS + 1);
    }
}
