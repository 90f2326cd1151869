package org.specialfund.ledger.projections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;

/** An event of the tests that moves any amount from anywhere to anywhere. */
@EventType("test.moved")
public record Moved(
        String fundCode,
        int year,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String allocationNo,
        String reference,
        String documentRef,
        List<Posting> postings)
        implements MoneyEvent {

    public static Moved of(Account from, Account to, String amount, LocalDate day) {
        BigDecimal exact = new BigDecimal(amount);
        return of(from, exact, day, List.of(new Posting(from, exact.negate()), new Posting(to, exact)));
    }

    public static Moved of(Account from, BigDecimal amount, LocalDate day, List<Posting> postings) {
        return new Moved(
                from.fund(), from.year(), amount, "CNY", day, from.allocation(), null, "锡财预〔2025〕15号", postings);
    }
}
