package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** An event that posts, with what its postings need. */
record Entry(RecordedEvent event, LocalDate effectiveDate, String currency, List<Posting> postings) {

    private record Book(String fund, int year, boolean memo) {}

    /** Checks the event; throws {@link IllegalStateException} where its postings cannot be right. */
    static Entry of(RecordedEvent event) {
        return of(event, event.event().postings());
    }

    /** The same for one whose postings are at hand. */
    static Entry of(RecordedEvent event, List<Posting> postings) {
        if (!(event.event() instanceof MoneyEvent money)) {
            throw new IllegalStateException(event.type() + " posts but is no money event");
        }
        Map<Book, BigDecimal> sums = new HashMap<>();
        for (Posting posting : postings) {
            Book book = new Book(
                    posting.account().fund(),
                    posting.account().year(),
                    posting.account().kind().memo());
            sums.merge(book, posting.amount(), BigDecimal::add);
        }
        sums.forEach((book, sum) -> {
            if (sum.signum() != 0) {
                throw new IllegalStateException(
                        event.type() + " at position " + event.position() + " leaves " + sum + " in " + book);
            }
        });
        return new Entry(event, money.effectiveDate(), money.currency(), postings);
    }

    long position() {
        return event.position();
    }
}
