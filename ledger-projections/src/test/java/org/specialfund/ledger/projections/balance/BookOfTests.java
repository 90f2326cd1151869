package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.Moved;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** Events in memory, and the slow way to sum them. */
final class BookOfTests {

    static final Account APPROPRIATED = Account.of(AccountKind.APPROPRIATED, "F1", 2025);
    static final Account UNALLOCATED = Account.of(AccountKind.UNALLOCATED, "F1", 2025);
    static final List<Account> ACCOUNTS = List.of(
            UNALLOCATED,
            Account.of(AccountKind.AVAILABLE, "F1", 2025, "A1"),
            Account.of(AccountKind.HELD, "F1", 2025, "A1"),
            Account.paid("F1", 2025, "A1", "CN-USCC:91320200MA1XXXXX0X"));
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    final List<RecordedEvent> events = new ArrayList<>();

    /** Gives every account plenty, then moves small amounts about on random, often back-dated, days. */
    static BookOfTests random(Random random, int size) {
        BookOfTests book = new BookOfTests();
        for (Account account : ACCOUNTS) {
            book.add(Moved.of(APPROPRIATED, account, "10000000.00", FIRST));
        }
        while (book.events.size() < size) {
            Account from = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
            Account to = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            book.add(Moved.of(
                    from,
                    amount,
                    randomDay(random),
                    // from and to may be the same account: two legs of one event
                    List.of(new Posting(from, amount.negate()), new Posting(to, amount))));
        }
        return book;
    }

    static LocalDate randomDay(Random random) {
        return FIRST.minusDays(10).plusDays(random.nextInt(400));
    }

    RecordedEvent add(Moved moved) {
        RecordedEvent event = recorded(events.size() + 1L, moved);
        events.add(event);
        return event;
    }

    static RecordedEvent recorded(long position, Moved moved) {
        return new RecordedEvent(
                position,
                START.plusMillis(position),
                "00000000-0000-0000-0000-%012d".formatted(position),
                "test:" + position,
                0,
                "test.moved",
                "1",
                moved,
                Map.of());
    }

    BigDecimal sum(Account account, LocalDate asOf, Long knownAt) {
        BigDecimal sum = new BigDecimal("0.00");
        for (RecordedEvent event : events) {
            if (knownAt != null && event.position() > knownAt) {
                break;
            }
            Moved moved = (Moved) event.event();
            if (asOf != null && moved.effectiveDate().isAfter(asOf)) {
                continue;
            }
            for (Posting posting : moved.postings()) {
                if (posting.account().equals(account)) {
                    sum = sum.add(posting.amount());
                }
            }
        }
        return sum;
    }
}
