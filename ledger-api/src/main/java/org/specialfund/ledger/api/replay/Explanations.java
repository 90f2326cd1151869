package org.specialfund.ledger.api.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.replay.Entries.EntryView;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.balance.Known;
import org.specialfund.ledger.projections.balance.PostingPlace;
import org.specialfund.ledger.projections.balance.Restatement;
import org.specialfund.ledger.projections.balance.RestatementQuery;
import org.specialfund.ledger.projections.balance.Restatements;
import org.springframework.stereotype.Component;

/** Balances entry by entry, with the events behind them. Thread-safe. */
@Component
public final class Explanations {

    /** Names of accounts are longer than codes: parts are percent-encoded. */
    private static final int LONGEST_NAME = 600;

    private static final int AT_ONCE = 500;
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,18})/([0-9]{1,4})");

    private final Restatements restatements;
    private final Entries entries;

    Explanations(Restatements restatements, Entries entries) {
        this.restatements = restatements;
        this.entries = entries;
    }

    /** What was found, and the position of the later state of knowledge. */
    record Explained(Restatement restatement, PageOf<EntryView> entries, long position) {}

    /** A page of what makes the difference; throws where the entries do not. */
    Explained of(String account, LocalDate asOf, long from, @Nullable Long to, Page page) {
        Known<Optional<Restatement>> known = restatements.account(
                checked(account), new RestatementQuery(asOf, from, to, cursor(page), page.fetch()));
        Restatement found = known.answer().orElseThrow(Explanations::unknown);
        entries.check(found.agrees(), account);
        PageOf<EntryView> shown = PageOf.of(
                entries.of(found.rows(), found.carried()),
                page,
                entry -> entry.event().position() + "/" + entry.leg());
        return new Explained(found, shown, Math.max(0, known.position()));
    }

    /** Refuses an account that is not known, or whose entries do not make its balance. */
    public void check(String account, LocalDate asOf, long position) {
        of(account, asOf, 0, position, new Page(1, null));
    }

    /**
     * Every entry of a balance, in recorded order, page by page. Costs the entries; nothing is added up beforehand.
     *
     * @param position what was known
     */
    public void each(String account, LocalDate asOf, long position, Consumer<EntryView> each) {
        PostingPlace after = null;
        BigDecimal running = BigDecimal.ZERO;
        List<EntryView> part;
        do {
            part = entries.of(
                    restatements.postings(account, new RestatementQuery(asOf, 0, position, after, AT_ONCE)), running);
            part.forEach(each);
            if (!part.isEmpty()) {
                EntryView last = part.get(part.size() - 1);
                after = new PostingPlace(last.event().position(), last.leg());
                running = last.running();
            }
        } while (part.size() == AT_ONCE);
    }

    private static String checked(String account) {
        new Form()
                .that(!account.isBlank() && account.length() <= LONGEST_NAME, "account", "invalid")
                .check();
        return account;
    }

    /** The place after which a page goes on; null for the first page. */
    static @Nullable PostingPlace cursor(Page page) {
        if (page.after() == null) {
            return null;
        }
        Matcher parts = CURSOR.matcher(page.after());
        if (!parts.matches()) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
        return new PostingPlace(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
