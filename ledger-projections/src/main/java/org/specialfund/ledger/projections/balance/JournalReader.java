package org.specialfund.ledger.projections.balance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;

/** Puts the rows of a journal together, leg by leg. Of one thread. */
final class JournalReader {

    static final String SQL = """
            SELECT e.position, e.recorded_at, p.effective_date, e.event_id, e.type, e.document_ref,
                   a.kind, a.fund, a.year, a.allocation, a.payee, a.currency, p.amount
            FROM balance.posting p
            JOIN balance.entry e ON e.position = p.position
            JOIN balance.account a ON a.id = p.account_id
            WHERE p.position <= ? AND (?::date IS NULL OR p.effective_date <= ?)
            ORDER BY p.effective_date, p.position, p.leg
            """;

    private final Consumer<JournalEntry> each;
    private @Nullable JournalEntry open;
    private final List<JournalEntry.Leg> legs = new ArrayList<>();
    private long entries;

    JournalReader(Consumer<JournalEntry> each) {
        this.each = each;
    }

    void row(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        if (open == null || open.position() != position) {
            end();
            open = new JournalEntry(
                    position,
                    row.getTimestamp("recorded_at").toInstant(),
                    row.getDate("effective_date").toLocalDate(),
                    row.getString("event_id"),
                    row.getString("type"),
                    row.getString("document_ref"),
                    row.getString("currency"),
                    List.of());
        }
        legs.add(new JournalEntry.Leg(
                new Account(
                        AccountKind.of(row.getString("kind")),
                        row.getString("fund"),
                        row.getInt("year"),
                        row.getString("allocation"),
                        row.getString("payee")),
                row.getBigDecimal("amount").setScale(Amounts.digits(row.getString("currency")))));
    }

    /** Hands out the last entry; returns how many there were. */
    long end() {
        JournalEntry complete = open;
        if (complete != null) {
            entries++;
            each.accept(new JournalEntry(
                    complete.position(),
                    complete.recordedAt(),
                    complete.effectiveDate(),
                    complete.eventId(),
                    complete.type(),
                    complete.documentRef(),
                    complete.currency(),
                    legs));
            legs.clear();
            open = null;
        }
        return entries;
    }
}
