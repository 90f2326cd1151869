package org.specialfund.ledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.projections.Moved;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.processing.Applying;

class StatementTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Account ACCOUNT = BookOfTests.UNALLOCATED;

    private final TestDatabase database = TestDatabase.fresh();
    private final Balances balances = new Balances(database.dataSource(), database.transactions());
    private final BookOfTests book = new BookOfTests();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rowsRunInOrderOfEffectiveDateFromTheOpeningToTheClosingBalance() {
        add("100.00", DAY.minusDays(30));
        add("20.00", DAY.plusDays(2));
        add("3.00", DAY);
        add("50.00", DAY.plusDays(40));
        apply();

        Statement statement = statement(DAY, DAY.plusDays(30), null, null, 10);

        assertThat(statement.opening()).isEqualTo("100.00");
        assertThat(statement.rows())
                .extracting(row -> row.amount().toPlainString())
                .containsExactly("3.00", "20.00");
        assertThat(statement.rows())
                .extracting(row -> row.balanceAfter().toPlainString())
                .containsExactly("103.00", "123.00");
        assertThat(statement.closing()).isEqualTo("123.00");
        assertThat(statement.next()).isNull();
        Statement.Row first = statement.rows().get(0);
        assertThat(first.position()).isEqualTo(3);
        assertThat(first.type()).isEqualTo("test.moved");
        assertThat(first.documentRef()).isEqualTo("锡财预〔2025〕15号");
        assertThat(first.recordedAt()).isEqualTo(book.events.get(2).recordedAt());
    }

    @Test
    void whatWasRecordedLaterIsNotOnAStatementKnownBefore() {
        add("100.00", DAY);
        add("3.00", DAY);
        apply();

        Statement statement = statement(null, null, 1L, null, 10);

        assertThat(statement.rows()).hasSize(1);
        assertThat(statement.closing()).isEqualTo("100.00");
    }

    @Test
    void pagesJoinToTheWholeStatement() {
        Random random = new Random(7);
        for (int i = 0; i < 700; i++) {
            add("1.00", DAY.plusDays(random.nextInt(5)));
        }
        apply();
        Statement whole = statement(DAY.plusDays(1), DAY.plusDays(3), null, null, 1_000);

        List<Statement.Row> joined = new ArrayList<>();
        Statement.Cursor cursor = null;
        int pages = 0;
        do {
            Statement page = statement(DAY.plusDays(1), DAY.plusDays(3), null, cursor, 33);
            joined.addAll(page.rows());
            cursor = page.next();
            pages++;
        } while (cursor != null);

        assertThat(joined).isEqualTo(whole.rows());
        assertThat(pages).isGreaterThan(10);
        BigDecimal last = whole.rows().get(whole.rows().size() - 1).balanceAfter();
        assertThat(last).isEqualTo(whole.closing());
    }

    @Test
    void theTrialBalanceSumsToZeroForEveryBookAtEveryPoint() {
        BookOfTests random = BookOfTests.random(new Random(11), 500);
        Applying.apply(database, new BalanceProjection(database.jdbc()), random.events);
        for (At at : List.of(At.now(), new At(DAY, null), new At(null, 300L), new At(DAY, 300L))) {
            List<AccountBalance> accounts = new ArrayList<>();
            Known<TrialBalance> known = balances.trialBalance("F1", 2025, at, accounts::add);

            assertThat(known.answer().balanced()).isTrue();
            assertThat(known.position()).isEqualTo(at.knownAt() == null ? 500 : 300);
            assertThat(known.answer().accounts()).isEqualTo(5).isEqualTo(accounts.size());
            for (AccountBalance account : accounts) {
                Account key = account.account().startsWith("appropriated")
                        ? BookOfTests.APPROPRIATED
                        : BookOfTests.ACCOUNTS.stream()
                                .filter(a -> a.name().equals(account.account()))
                                .findFirst()
                                .orElseThrow();
                assertThat(account.balance()).isEqualTo(random.sum(key, at.asOf(), at.knownAt()));
            }
        }
    }

    @Test
    void theTrialBalanceKnowsNoAccountBeforeItsFirstPosting() {
        add("1.00", DAY);
        apply();

        assertThat(balances.trialBalance(null, null, new At(null, 0L), account -> {})
                        .answer()
                        .accounts())
                .isZero();
        assertThat(balances.trialBalance("F2", null, At.now(), account -> {})
                        .answer()
                        .accounts())
                .isZero();
    }

    private void add(String amount, LocalDate day) {
        book.add(Moved.of(BookOfTests.APPROPRIATED, ACCOUNT, amount, day));
    }

    private void apply() {
        Applying.apply(database, new BalanceProjection(database.jdbc()), book.events);
    }

    private Statement statement(LocalDate from, LocalDate to, Long knownAt, Statement.Cursor after, int limit) {
        return balances.statement(new StatementQuery(ACCOUNT.name(), from, to, knownAt, after, limit))
                .answer()
                .orElseThrow();
    }
}
