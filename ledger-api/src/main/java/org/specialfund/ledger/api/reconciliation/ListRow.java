package org.specialfund.ledger.api.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.reconciliation.BankItem;
import org.specialfund.ledger.core.reconciliation.Matching;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;
import org.specialfund.ledger.projections.reconciliation.ExplanationView;
import org.specialfund.ledger.projections.reconciliation.RefusedPayment;

/**
 * A row of one of the three lists.
 *
 * @param list {@code matched}, {@code ledger-only} or {@code bank-only}
 * @param item what an explanation names it by; of a matched row, the line's number
 * @param line of the statement; absent in {@code ledger-only}
 * @param entries of the ledger; none in {@code bank-only}
 * @param explanation why it has no counterpart, where somebody said so for just this amount; absent in {@code matched}
 * @param refused in {@code bank-only}: refused attempts with the same bank reference, or with the same amount in the month
 */
record ListRow(
        String list,
        String item,
        BigDecimal amount,
        @Nullable StatementLine line,
        List<BankItem> entries,
        @Nullable ExplanationView explanation,
        List<RefusedPayment> refused) {

    static final List<String> LISTS = List.of("matched", "ledger-only", "bank-only");

    /** Copies the lists. */
    ListRow {
        entries = List.copyOf(entries);
        refused = List.copyOf(refused);
    }

    /** The rows of one list, in its order; attempts are looked up by whoever shows a part of it. */
    static List<ListRow> of(String list, MonthLists.Lists lists) {
        List<ListRow> rows = new ArrayList<>();
        if (list.equals("matched")) {
            for (Matching.Pair pair : lists.matching().matched()) {
                rows.add(row(list, pair.line(), pair.items(), null));
            }
        } else if (list.equals("ledger-only")) {
            for (BankItem item : lists.matching().ledgerOnly()) {
                ExplanationView said = said("ledger " + item.item(), item.amount(), lists.explanations());
                rows.add(new ListRow(list, item.item(), item.amount(), null, List.of(item), said, List.of()));
            }
        } else {
            for (StatementLine line : lists.matching().bankOnly()) {
                rows.add(row(list, line, List.of(), said("bank " + line.line(), line.amount(), lists.explanations())));
            }
        }
        return rows;
    }

    /** The same row beside those of the refused attempts that may explain it. */
    ListRow beside(List<RefusedPayment> attempts) {
        if (line == null || !list.equals("bank-only")) {
            return this;
        }
        String reference = line.bankReference();
        String folded = reference == null ? null : reference.strip().toLowerCase(Locale.ROOT);
        List<RefusedPayment> mine = attempts.stream()
                .filter(attempt -> folded != null && folded.equals(attempt.bankReference())
                        || attempt.amount() != null
                                && attempt.amount().compareTo(amount.abs()) == 0
                                && isOfMonth(attempt.day(), line.bookedOn()))
                .toList();
        return new ListRow(list, item, amount, line, entries, explanation, mine);
    }

    private static boolean isOfMonth(@Nullable LocalDate day, LocalDate bookedOn) {
        return day != null && day.withDayOfMonth(1).equals(bookedOn.withDayOfMonth(1));
    }

    private static ListRow row(
            String list, StatementLine line, List<BankItem> items, @Nullable ExplanationView explanation) {
        return new ListRow(list, String.valueOf(line.line()), line.amount(), line, items, explanation, List.of());
    }

    private static @Nullable ExplanationView said(
            String item, BigDecimal amount, Map<String, ExplanationView> explanations) {
        ExplanationView said = explanations.get(item);
        return said == null || said.amount().compareTo(amount) != 0 ? null : said;
    }
}
