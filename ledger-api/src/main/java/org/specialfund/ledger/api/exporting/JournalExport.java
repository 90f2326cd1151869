package org.specialfund.ledger.api.exporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.api.fund.FundKinds;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.projections.balance.AccountBalance;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.balance.Known;
import org.specialfund.ledger.projections.balance.TrialBalance;

/** Writes the ledger's journal. Streams the entries; holds one line an account. Thread-safe. */
final class JournalExport {

    private final Balances balances;

    JournalExport(Balances balances) {
        this.balances = balances;
    }

    /** Writes everything known at a position that counts by a day, of funds of the wanted kind. */
    void write(JournalFormat format, At at, FundKinds.Kinds kinds, Appendable out) throws IOException {
        List<AccountBalance> accounts = new ArrayList<>();
        Known<TrialBalance> trial = balances.trialBalance(null, null, at, account -> {
            if (kinds.wants(account.fund())) {
                accounts.add(account);
            }
        });
        At fixed = new At(at.asOf(), trial.position());
        out.append("; Special Fund Ledger: journal\n; as of: ");
        out.append(at.asOf() == null ? "all days" : at.asOf().toString());
        out.append("\n; known at position: ").append(String.valueOf(trial.position()));
        out.append("\n; accounts: ").append(String.valueOf(accounts.size())).append("\n\n");
        Days days = new Days();
        format.begin(out);
        for (String currency :
                accounts.stream().map(AccountBalance::currency).distinct().toList()) {
            format.declare(out, currency);
        }
        for (AccountBalance account : accounts) {
            format.declare(out, name(account), account.currency(), LocalDate.of(1900, 1, 1));
        }
        out.append('\n');
        balances.journal(fixed, entry -> {
            // An entry is of one fund: entrusted money never meets any other.
            if (!kinds.wants(entry.legs().get(0).account().fund())) {
                return;
            }
            try {
                days.last = entry.effectiveDate();
                format.entry(out, entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (AccountBalance account : accounts) {
            format.check(out, name(account), account.balance(), account.currency(), days.last);
        }
    }

    private static String name(AccountBalance account) {
        return JournalNames.of(
                new Account(account.kind(), account.fund(), account.year(), account.allocation(), account.payee()));
    }

    private static final class Days {
        private LocalDate last = LocalDate.of(1900, 1, 1);
    }
}
