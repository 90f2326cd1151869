package org.specialfund.ledger.projections.balance;

import java.util.List;
import java.util.Set;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.processing.CopyRows;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Filling;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds a long history into balances: the ends of all accounts stay in memory, their postings do not. */
final class BalanceFilling implements Filling {

    private final AccountEnds ends = new AccountEnds();
    private final CopyRows accounts;
    private final CopyRows balances;
    private final CopyRows entries;
    private final CopyRows postings;
    private final CopyRows checkpoints;

    BalanceFilling(JdbcTemplate jdbc, String schema) {
        this.accounts =
                new CopyRows(jdbc, schema + ".account (id, name, kind, fund, year, allocation, payee, currency)");
        this.balances = new CopyRows(jdbc, schema + ".balance (account_id, balance, postings, last_position)");
        this.entries = new CopyRows(jdbc, schema + ".entry (position, recorded_at, event_id, type, document_ref)");
        this.postings = new CopyRows(
                jdbc, schema + ".posting (account_id, position, leg, effective_date, amount, balance_after)");
        this.checkpoints = new CopyRows(jdbc, schema + ".checkpoint (account_id, position, postings, days, sums)");
    }

    @Override
    public Set<String> onlyAddedTo() {
        return Set.of("account", "balance", "entry", "posting", "checkpoint");
    }

    @Override
    public boolean hasRoom() {
        return ends.hasRoom();
    }

    @Override
    public void add(List<RecordedEvent> page) {
        for (RecordedEvent recorded : page) {
            List<Posting> legs = recorded.event().postings();
            if (!legs.isEmpty()) {
                add(Entry.of(recorded, legs));
            }
        }
        List.of(accounts, entries, postings, checkpoints).forEach(CopyRows::flush);
    }

    private void add(Entry entry) {
        RecordedEvent event = entry.event();
        entries.number(event.position())
                .value(event.recordedAt())
                .value(event.eventId())
                .value(event.type())
                .value(EventFields.text(event.event(), "documentRef"))
                .endRow();
        List<Posting> legs = entry.postings();
        for (int leg = 0; leg < legs.size(); leg++) {
            Account account = legs.get(leg).account();
            AccountEnd end = end(entry, legs.get(leg));
            add(end, entry, leg);
            if (isLast(legs, leg)) {
                AccountTail.Checkpoint checkpoint = end.endEvent(account, entry.position());
                if (checkpoint != null) {
                    add(end.id, checkpoint);
                }
            }
        }
    }

    private void add(AccountEnd end, Entry entry, int leg) {
        Posting posting = entry.postings().get(leg);
        int size = end.size();
        long units = end.add(
                posting, entry.currency(), Math.toIntExact(entry.effectiveDate().toEpochDay()));
        ends.grew(end.size() - size);
        postings.number(end.id)
                .number(entry.position())
                .number(leg)
                .value(entry.effectiveDate())
                .decimal(units, end.scale())
                .decimal(end.balance(), end.scale())
                .endRow();
    }

    private void add(int id, AccountTail.Checkpoint checkpoint) {
        checkpoints
                .number(id)
                .number(checkpoint.position())
                .number(checkpoint.postings())
                .value(checkpoint.days())
                .value(checkpoint.sums())
                .endRow();
    }

    private AccountEnd end(Entry entry, Posting posting) {
        Account account = posting.account();
        AccountEnd known = ends.get(account);
        if (known != null) {
            return known;
        }
        AccountEnd added = ends.add(
                account, new AccountEnd.Unit(entry.currency(), posting.amount().scale()));
        accounts.number(added.id)
                .value(account.name())
                .value(account.kind().prefix())
                .value(account.fund())
                .number(account.year())
                .value(account.allocation())
                .value(account.payee())
                .value(entry.currency())
                .endRow();
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
        ends.forEach(end -> balances.number(end.id)
                .decimal(end.balance(), end.scale())
                .number(end.postings())
                .number(end.lastPosition())
                .endRow());
        balances.flush();
    }
}
