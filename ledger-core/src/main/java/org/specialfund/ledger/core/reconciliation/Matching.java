package org.specialfund.ledger.core.reconciliation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;

/**
 * The three lists of a month. A line of the bank and an item of the ledger match where they bear the same bank reference,
 * in whatever case, and the same amount; of several that do, the first with the first, in the order of the file and of
 * the ledger's days, so that the same reference twice in the file is matched once. Then one line matches several items of
 * its reference that are left, where it alone is left of its reference and they add up to its amount: one transfer that
 * paid several. Nothing is matched by amount alone.
 */
public record Matching(List<Pair> matched, List<BankItem> ledgerOnly, List<StatementLine> bankOnly) {

    /** Copies the lists. */
    public Matching {
        matched = List.copyOf(matched);
        ledgerOnly = List.copyOf(ledgerOnly);
        bankOnly = List.copyOf(bankOnly);
    }

    /**
     * A line and what it shows.
     *
     * @param items one, or several that one transfer paid
     */
    public record Pair(StatementLine line, List<BankItem> items) {

        /** Copies the items. */
        public Pair {
            items = List.copyOf(items);
        }
    }

    /** Matches lines in the order of their file with items in order of day and name. */
    public static Matching of(List<StatementLine> lines, List<BankItem> items) {
        Set<StatementLine> linesLeft = new LinkedHashSet<>(lines);
        Set<BankItem> itemsLeft = new LinkedHashSet<>(items);
        List<Pair> matched = new ArrayList<>();
        matchOneByOne(linesLeft, itemsLeft, matched);
        matchTransfers(linesLeft, itemsLeft, matched);
        matched.sort(Comparator.comparingInt(pair -> pair.line().line()));
        return new Matching(matched, List.copyOf(itemsLeft), List.copyOf(linesLeft));
    }

    private static void matchOneByOne(Set<StatementLine> lines, Set<BankItem> items, List<Pair> matched) {
        Map<String, Deque<BankItem>> byReferenceAndAmount = new HashMap<>();
        for (BankItem item : items) {
            if (item.bankReference() != null) {
                byReferenceAndAmount
                        .computeIfAbsent(key(item.bankReference(), item.amount()), same -> new ArrayDeque<>())
                        .add(item);
            }
        }
        for (StatementLine line : List.copyOf(lines)) {
            Deque<BankItem> candidates = line.bankReference() == null
                    ? null
                    : byReferenceAndAmount.get(key(line.bankReference(), line.amount()));
            BankItem first = candidates == null ? null : candidates.poll();
            if (first != null) {
                match(line, List.of(first), lines, items, matched);
            }
        }
    }

    /** One line that paid several items. */
    private static void matchTransfers(Set<StatementLine> lines, Set<BankItem> items, List<Pair> matched) {
        Map<String, List<BankItem>> itemsOf = new HashMap<>();
        for (BankItem item : items) {
            if (item.bankReference() != null) {
                itemsOf.computeIfAbsent(key(item.bankReference()), same -> new ArrayList<>())
                        .add(item);
            }
        }
        Map<String, List<StatementLine>> linesOf = new LinkedHashMap<>();
        for (StatementLine line : lines) {
            if (line.bankReference() != null) {
                linesOf.computeIfAbsent(key(line.bankReference()), same -> new ArrayList<>())
                        .add(line);
            }
        }
        linesOf.forEach((reference, ofReference) -> {
            List<BankItem> paid = itemsOf.getOrDefault(reference, List.of());
            StatementLine line = ofReference.get(0);
            if (ofReference.size() == 1 && paid.size() > 1 && sum(paid).compareTo(line.amount()) == 0) {
                match(line, paid, lines, items, matched);
            }
        });
    }

    private static void match(
            StatementLine line,
            List<BankItem> paid,
            Set<StatementLine> lines,
            Set<BankItem> items,
            List<Pair> matched) {
        matched.add(new Pair(line, paid));
        lines.remove(line);
        paid.forEach(items::remove);
    }

    /** The sum of the lines that are matched. */
    public BigDecimal matchedAmount() {
        return matched.stream().map(pair -> pair.line().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of what only the ledger knows. */
    public BigDecimal ledgerOnlyAmount() {
        return sum(ledgerOnly);
    }

    /** The sum of what only the bank knows. */
    public BigDecimal bankOnlyAmount() {
        return bankOnly.stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** SHA-256 of the lists: what two people sign is the same to the last line. */
    public String sha256() {
        StringBuilder text = new StringBuilder();
        for (Pair pair : matched) {
            text.append("matched ")
                    .append(pair.line().line())
                    .append(' ')
                    .append(plain(pair.line().amount()));
            pair.items().forEach(item -> text.append(' ').append(item.item()));
            text.append('\n');
        }
        ledgerOnly.forEach(item -> text.append("ledger ")
                .append(item.item())
                .append(' ')
                .append(plain(item.amount()))
                .append('\n'));
        bankOnly.forEach(line -> text.append("bank ")
                .append(line.line())
                .append(' ')
                .append(plain(line.amount()))
                .append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is in the list of a side, {@code ledger} or {@code bank}: amounts by the items' names. */
    Map<String, BigDecimal> unmatched(String side) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        if (side.equals("bank")) {
            bankOnly.forEach(line -> amounts.put(String.valueOf(line.line()), line.amount()));
        } else {
            ledgerOnly.forEach(item -> amounts.put(item.item(), item.amount()));
        }
        return amounts;
    }

    private static BigDecimal sum(List<BankItem> items) {
        return items.stream().map(BankItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String key(String bankReference) {
        return bankReference.strip().toLowerCase(Locale.ROOT);
    }

    private static String key(String bankReference, BigDecimal amount) {
        return key(bankReference) + " " + plain(amount);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
