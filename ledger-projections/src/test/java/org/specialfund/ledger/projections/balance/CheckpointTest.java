package org.specialfund.ledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.projections.Moved;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.processing.Applying;

class CheckpointTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final Account ACCOUNT = BookOfTests.UNALLOCATED;

    @ParameterizedTest
    @CsvSource({"255, 0", "256, 1", "257, 1", "511, 1", "512, 2"})
    void everyBalanceIsRightAroundACheckpoint(int postings, int checkpoints) {
        BookOfTests book = new BookOfTests();
        for (int i = 0; i < postings; i++) {
            book.add(Moved.of(BookOfTests.APPROPRIATED, ACCOUNT, "1.00", DAY.minusDays(i % 7)));
        }
        try (TestDatabase database = TestDatabase.fresh()) {
            Applying.apply(database, new BalanceProjection(database.jdbc()), book.events);

            assertThat(checkpoints(database)).isEqualTo(checkpoints);
            Balances balances = new Balances(database.dataSource(), database.transactions());
            for (long known = 250; known <= postings; known++) {
                for (int back = -1; back < 8; back++) {
                    LocalDate day = DAY.minusDays(back);
                    assertThat(balances.balance(ACCOUNT.name(), new At(day, known))
                                    .answer()
                                    .orElseThrow()
                                    .balance())
                            .as("as of %s known at %s", day, known)
                            .isEqualTo(book.sum(ACCOUNT, day, known));
                }
            }
        }
    }

    @Test
    void aCheckpointNeverFallsBetweenTwoLegsOfOneEvent() {
        BookOfTests book = new BookOfTests();
        for (int i = 0; i < 255; i++) {
            book.add(Moved.of(BookOfTests.APPROPRIATED, ACCOUNT, "1.00", DAY));
        }
        BigDecimal one = new BigDecimal("1.00");
        book.add(Moved.of(
                ACCOUNT,
                one,
                DAY,
                List.of(
                        new Posting(ACCOUNT, one),
                        new Posting(ACCOUNT, one),
                        new Posting(BookOfTests.APPROPRIATED, new BigDecimal("-2.00")))));
        try (TestDatabase database = TestDatabase.fresh()) {
            Applying.apply(database, new BalanceProjection(database.jdbc()), book.events);

            assertThat(checkpoints(database)).isEqualTo(1);
            Balances balances = new Balances(database.dataSource(), database.transactions());
            assertThat(balances.balance(ACCOUNT.name(), new At(DAY, 256L))
                            .answer()
                            .orElseThrow()
                            .balance())
                    .isEqualTo("257.00");
        }
    }

    private static int checkpoints(TestDatabase database) {
        return database.jdbc().queryForObject("""
                        SELECT count(*) FROM balance.checkpoint JOIN balance.account ON id = account_id
                        WHERE name = ?
                        """, Integer.class, ACCOUNT.name());
    }
}
