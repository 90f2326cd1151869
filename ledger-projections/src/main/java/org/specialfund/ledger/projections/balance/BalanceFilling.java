package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Filling;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds a long history into balances: the ends of all accounts stay in memory, their postings do not. */
final class BalanceFilling implements Filling {

    private static final int CHUNK = 10_000;

    private final AccountEnds ends = new AccountEnds();
    private final String schema;
    private final JdbcTemplate jdbc;

    BalanceFilling(JdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public Set<String> onlyAddedTo() {
        return Set.of("account", "balance", "entry", "posting", "checkpoint");
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return EventFields.mayPost(event);
    }

    @Override
    public boolean hasRoom() {
        return ends.hasRoom();
    }

    @Override
    public void add(List<RecordedEvent> page) {
        AccountRows rows = new AccountRows();
        for (RecordedEvent recorded : page) {
            if (!recorded.event().postings().isEmpty()) {
                add(Entry.of(recorded), rows);
            }
        }
        rows.fill(jdbc, schema);
    }

    private void add(Entry entry, AccountRows rows) {
        rows.addEntry(entry);
        LocalDate date = entry.effectiveDate();
        int day = Math.toIntExact(date.toEpochDay());
        List<Posting> postings = entry.postings();
        for (int leg = 0; leg < postings.size(); leg++) {
            Account account = postings.get(leg).account();
            BigDecimal amount = postings.get(leg).amount();
            AccountEnd end = end(entry, postings.get(leg), rows);
            int size = end.size();
            BigDecimal balance = end.add(account, amount, entry.currency(), day);
            ends.grew(end.size() - size);
            rows.addPosting(end.id, new Leg(entry.position(), leg, date, amount), balance);
            if (isLast(postings, leg)) {
                AccountTail.Checkpoint checkpoint = end.endEvent(account, entry.position());
                if (checkpoint != null) {
                    rows.addCheckpoint(end.id, checkpoint);
                }
            }
        }
    }

    private AccountEnd end(Entry entry, Posting posting, AccountRows rows) {
        AccountEnd known = ends.get(posting.account());
        if (known != null) {
            return known;
        }
        AccountEnd added = ends.add(
                posting.account(),
                new AccountEnd.Unit(entry.currency(), posting.amount().scale()));
        rows.addAccount(added.id, posting.account(), entry.currency());
        return added;
    }

    /** Whether no later leg of the event is of the same account. */
    private static boolean isLast(List<Posting> postings, int leg) {
        Account account = postings.get(leg).account();
        for (int later = leg + 1; later < postings.size(); later++) {
            if (postings.get(later).account().equals(account)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void end() {
        List<AccountEnd> chunk = new ArrayList<>(CHUNK);
        ends.forEach(end -> {
            chunk.add(end);
            if (chunk.size() == CHUNK) {
                writeBalances(chunk);
            }
        });
        writeBalances(chunk);
    }

    private void writeBalances(List<AccountEnd> chunk) {
        AccountRows rows = new AccountRows();
        chunk.forEach(end -> rows.addBalance(end.id, end.balance(), end.postings(), end.lastPosition()));
        rows.fill(jdbc, schema);
        chunk.clear();
    }
}
