package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of all tables of balances that a batch brings, to be written together. Not thread-safe. */
final class AccountRows {

    private final SqlArrays entries = SqlArrays.of(
            "position bigint", "recorded_at timestamptz", "event_id uuid", "type text", "document_ref text");
    private final SqlArrays accounts = SqlArrays.of(
            "id bigint",
            "name text",
            "kind text",
            "fund text",
            "year integer",
            "allocation text",
            "payee text",
            "currency text");
    private final SqlArrays postings = SqlArrays.of(
            "account_id bigint",
            "position bigint",
            "leg integer",
            "effective_date date",
            "amount numeric",
            "balance_after numeric");
    private final SqlArrays balances =
            SqlArrays.of("account_id bigint", "balance numeric", "postings bigint", "last_position bigint");
    private final SqlArrays checkpoints =
            SqlArrays.of("account_id bigint", "position bigint", "postings bigint", "days date[]", "sums numeric[]");

    void addEntry(Entry entry) {
        RecordedEvent event = entry.event();
        entries.add(
                event.position(),
                event.recordedAt(),
                event.eventId(),
                event.type(),
                EventFields.text(event.event(), "documentRef"));
    }

    void addAccount(long id, Account account, String currency) {
        accounts.add(
                id,
                account.name(),
                account.kind().prefix(),
                account.fund(),
                account.year(),
                account.allocation(),
                account.payee(),
                currency);
    }

    void addPosting(long id, Leg leg, BigDecimal balanceAfter) {
        postings.add(id, leg.position(), leg.leg(), leg.effectiveDate(), leg.amount(), balanceAfter);
    }

    void addBalance(long id, BigDecimal balance, long count, long lastPosition) {
        balances.add(id, balance, count, lastPosition);
    }

    void addCheckpoint(long id, AccountTail.Checkpoint checkpoint) {
        checkpoints.add(id, checkpoint.position(), checkpoint.postings(), checkpoint.days(), checkpoint.sums());
    }

    /** Writes all; balances that are there already are replaced. */
    void write(JdbcTemplate jdbc, String schema) {
        entries.insert(jdbc, schema + ".entry");
        accounts.insert(jdbc, schema + ".account");
        postings.insert(jdbc, schema + ".posting");
        checkpoints.insert(jdbc, schema + ".checkpoint");
        balances.insert(jdbc, schema + ".balance", """
                ON CONFLICT (account_id) DO UPDATE SET balance = excluded.balance,
                    postings = excluded.postings, last_position = excluded.last_position
                """);
    }
}
