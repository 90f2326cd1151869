package org.specialfund.ledger.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;

/** Lines of the bank and items of the ledger match by reference and amount, each once, always the same way. */
class MatchingTest {

    private static StatementLine line(int number, String reference, String amount) {
        return new StatementLine(number, Do.day("2026-03-05"), reference, Do.amount(amount));
    }

    private static BankItem item(String name, String reference, String amount) {
        return new BankItem(name, "payment", name, "T:1", reference, Do.day("2026-03-05"), Do.amount(amount));
    }

    private static List<Integer> lines(List<StatementLine> lines) {
        return lines.stream().map(StatementLine::line).toList();
    }

    private static List<String> items(List<BankItem> items) {
        return items.stream().map(BankItem::item).toList();
    }

    @Test
    void needsReferenceAndAmountWhateverTheCaseOfTheOneAndTheZerosOfTheOther() {
        Matching lists = Matching.of(
                List.of(line(1, "b1 ", "-100"), line(2, "B2", "-9"), line(3, null, "-5")),
                List.of(item("D1", "B1", "-100.00"), item("D2", "B2", "-8"), item("D3", null, "-5")));

        assertThat(lists.matched()).hasSize(1);
        assertThat(items(lists.ledgerOnly())).containsExactly("D2", "D3");
        assertThat(lines(lists.bankOnly())).containsExactly(2, 3);
        assertThat(lists.ledgerOnlyAmount()).isEqualByComparingTo("-13");
        assertThat(lists.bankOnlyAmount()).isEqualByComparingTo("-14");
    }

    @Test
    void matchesAReferenceThatTheBankGivesTwiceOnce() {
        Matching lists =
                Matching.of(List.of(line(1, "B1", "-100"), line(2, "B1", "-100")), List.of(item("D1", "B1", "-100")));

        assertThat(lists.matched().get(0).line().line()).isEqualTo(1);
        assertThat(lines(lists.bankOnly())).containsExactly(2);
    }

    @Test
    void matchesAPaymentAndWhatCameBackUnderOneReference() {
        Matching lists = Matching.of(
                List.of(line(1, "B1", "-100"), line(2, "B1", "100")),
                List.of(item("D1", "B1", "-100"), item("D1-back", "B1", "100")));

        assertThat(lists.matched()).hasSize(2);
        assertThat(lists.ledgerOnly()).isEmpty();
        assertThat(lists.bankOnly()).isEmpty();
    }

    @Test
    void matchesOneTransferThatPaidSeveral() {
        Matching lists =
                Matching.of(List.of(line(1, "B1", "-60")), List.of(item("D1", "B1", "-10"), item("D2", "B1", "-50")));

        assertThat(items(lists.matched().get(0).items())).containsExactly("D1", "D2");
        assertThat(lists.ledgerOnly()).isEmpty();
        Matching other =
                Matching.of(List.of(line(1, "B1", "-61")), List.of(item("D1", "B1", "-10"), item("D2", "B1", "-50")));
        assertThat(other.matched()).isEmpty();
    }

    @Test
    void isTheSameEveryTime() {
        List<StatementLine> lines = new ArrayList<>();
        List<BankItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(line(i + 1, "B" + i % 40, "-" + i % 7));
            items.add(item("D" + i, "B" + i % 30, "-" + i % 11));
        }
        Matching first = Matching.of(lines, items);

        assertThat(Matching.of(lines, items)).isEqualTo(first);
        assertThat(Matching.of(lines, items).sha256()).isEqualTo(first.sha256());
        assertThat(first.matched().size() + first.bankOnly().size()).isEqualTo(200);
        assertThat(first.matched().stream()
                                .mapToInt(pair -> pair.items().size())
                                .sum()
                        + first.ledgerOnly().size())
                .isEqualTo(200);
    }
}
