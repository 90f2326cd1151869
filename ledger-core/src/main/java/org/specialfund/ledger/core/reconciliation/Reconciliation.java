package org.specialfund.ledger.core.reconciliation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.reconciliation.command.ExplainItems;
import org.specialfund.ledger.core.reconciliation.command.ReceiveStatement;
import org.specialfund.ledger.core.reconciliation.event.ItemExplained;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationCountersigned;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationEvent;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationSigned;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;
import org.specialfund.ledger.core.reconciliation.event.StatementReceived;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** One month of a fund beside its bank's statement, until two people have signed it. */
@AggregateRoot(type = "reconciliation")
@Revision("1")
public class Reconciliation {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Reconciliation> TYPE =
            new AggregateType<>(Reconciliation.class, "reconciliation", 13, Reconciliation::new);

    private static final int SHOWN = 5;

    @AggregateIdentifier
    private @Nullable String id;

    private BigDecimal opening = BigDecimal.ZERO;
    private BigDecimal closing = BigDecimal.ZERO;
    private List<StatementLine> lines = new ArrayList<>();
    private final Map<String, BigDecimal> explained = new TreeMap<>();
    private final Set<String> preparers = new TreeSet<>();
    private @Nullable String signedLists;
    private boolean locked;

    Reconciliation() {}

    /** The key of a month of a fund year, the month as {@code 2026-03}. */
    static AggregateKey<Reconciliation> key(String fundCode, int year, String month) {
        return TYPE.key(fundCode + "/" + year + "/" + month);
    }

    /** The lines of the statement that counts; refuses a month without one. */
    List<StatementLine> lines(ReconciliationTerms terms) {
        Guard.that(id != null, () -> Refusal.of(ReconciliationRefusals.UNKNOWN_RECONCILIATION)
                .with("fundCode", terms.fund().fundCode())
                .with("month", terms.month()));
        return lines;
    }

    List<ReconciliationEvent> receive(ReceiveStatement c, ReconciliationTerms terms, String receiver) {
        checkNotLocked(terms);
        String currency = terms.fund().currency();
        List<StatementLine> exact = c.lines().stream()
                .map(line -> new StatementLine(
                        line.line(), line.bookedOn(), line.bankReference(), moved(line.amount(), currency)))
                .toList();
        for (StatementLine line : exact) {
            Guard.that(YearMonth.from(line.bookedOn()).equals(terms.month()), () -> Refusal.of(
                            ReconciliationRefusals.LINE_OUTSIDE_MONTH)
                    .with("line", line.line())
                    .with("bookedOn", line.bookedOn())
                    .with("month", terms.month()));
        }
        BigDecimal from = Amounts.signed(c.openingBalance(), currency);
        BigDecimal to = Amounts.signed(c.closingBalance(), currency);
        checkAddsUp(from, exact, to);
        checkFollows(from, terms);
        return List.of(new StatementReceived(
                terms.fund().fundCode(),
                terms.year(),
                terms.month().toString(),
                from,
                to,
                currency,
                exact,
                c.fileSize(),
                c.fileSha256(),
                receiver));
    }

    List<ReconciliationEvent> explain(ExplainItems c, ReconciliationTerms terms, Matching lists, String person) {
        checkNotLocked(terms);
        Map<String, Map<String, BigDecimal>> unmatched =
                Map.of("bank", lists.unmatched("bank"), "ledger", lists.unmatched("ledger"));
        List<ReconciliationEvent> events = new ArrayList<>();
        for (ExplainItems.Explanation item : c.items()) {
            BigDecimal amount = unmatched.getOrDefault(item.side(), Map.of()).get(item.item());
            events.add(new ItemExplained(
                    terms.fund().fundCode(),
                    terms.year(),
                    terms.month().toString(),
                    item.side(),
                    item.item(),
                    Guard.present(amount, () -> Refusal.of(ReconciliationRefusals.UNKNOWN_ITEM)
                            .with("side", item.side())
                            .with("item", item.item())
                            .with("month", terms.month())),
                    terms.fund().currency(),
                    item.reason(),
                    item.note(),
                    person));
        }
        return events;
    }

    List<ReconciliationEvent> sign(ReconciliationTerms terms, Matching lists, String signer) {
        checkNotLocked(terms);
        checkComplete(terms, lists);
        return List.of(new ReconciliationSigned(
                terms.fund().fundCode(),
                terms.year(),
                terms.month().toString(),
                terms.fund().currency(),
                lists.matched().size(),
                Amounts.signed(lists.matchedAmount(), terms.fund().currency()),
                lists.ledgerOnly().size(),
                Amounts.signed(lists.ledgerOnlyAmount(), terms.fund().currency()),
                lists.bankOnly().size(),
                Amounts.signed(lists.bankOnlyAmount(), terms.fund().currency()),
                lists.sha256(),
                signer));
    }

    /** Locks the month; the second person had no hand in it before. */
    List<ReconciliationEvent> countersign(ReconciliationTerms terms, Matching lists, String second) {
        Guard.that(!preparers.contains(second), () -> Refusal.of(CommonRefusals.SAME_PERSON));
        checkNotLocked(terms);
        String signed = Guard.present(signedLists, () -> Refusal.of(ReconciliationRefusals.NOT_SIGNED_YET)
                .with("month", terms.month()));
        String now = lists.sha256();
        Guard.that(signed.equals(now), () -> Refusal.of(ReconciliationRefusals.CHANGED_SINCE_SIGNED)
                .with("month", terms.month()));
        checkComplete(terms, lists);
        return List.of(new ReconciliationCountersigned(
                terms.fund().fundCode(), terms.year(), terms.month().toString(), now, second));
    }

    /** The closing balance of the statement that counts. */
    BigDecimal closing() {
        return closing;
    }

    private static BigDecimal moved(BigDecimal amount, String currency) {
        Guard.that(amount.signum() != 0, () -> Refusal.of(CommonRefusals.AMOUNT_NOT_POSITIVE)
                .with("requested", amount));
        return Amounts.signed(amount, currency);
    }

    private static void checkAddsUp(BigDecimal from, List<StatementLine> lines, BigDecimal to) {
        BigDecimal movements = lines.stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal sum = from.add(movements);
        Guard.that(sum.compareTo(to) == 0, () -> Refusal.of(ReconciliationRefusals.STATEMENT_NOT_ADDING_UP)
                .with("opening", from)
                .with("movements", movements)
                .with("sum", sum)
                .with("closing", to)
                .with("difference", to.subtract(sum)));
    }

    /** Refuses an opening balance that is not the closing one of the month before, where that is signed. */
    private static void checkFollows(BigDecimal from, ReconciliationTerms terms) {
        FundFacts.Signed signed = terms.fund().signed();
        if (signed != null && signed.to().plusDays(1).equals(terms.month().atDay(1))) {
            Guard.that(from.compareTo(signed.closingBalance()) == 0, () -> Refusal.of(
                            ReconciliationRefusals.OPENING_DIFFERS)
                    .with("opening", from)
                    .with("closing", signed.closingBalance()));
        }
    }

    private void checkNotLocked(ReconciliationTerms terms) {
        Guard.that(
                !locked, () -> Refusal.of(ReconciliationRefusals.MONTH_LOCKED).with("month", terms.month()));
    }

    /** Refuses where anything has neither a counterpart nor an explanation of just its amount. */
    private void checkComplete(ReconciliationTerms terms, Matching lists) {
        terms.checkMayBeSigned();
        checkFollows(opening, terms);
        List<String> ledger = unexplained("ledger", lists);
        List<String> bank = unexplained("bank", lists);
        List<String> all = new ArrayList<>(ledger);
        all.addAll(bank);
        Guard.that(all.isEmpty(), () -> Refusal.of(ReconciliationRefusals.NOT_EXPLAINED)
                .with("month", terms.month())
                .with("count", all.size())
                .with("ledgerOnly", ledger.size())
                .with("bankOnly", bank.size())
                .with("items", String.join(", ", all.subList(0, Math.min(SHOWN, all.size())))));
    }

    private List<String> unexplained(String side, Matching lists) {
        List<String> open = new ArrayList<>();
        lists.unmatched(side).forEach((item, amount) -> {
            BigDecimal known = explained.get(side + " " + item);
            if (known == null || known.compareTo(amount) != 0) {
                open.add(side + " " + item);
            }
        });
        return open;
    }

    @EventSourcingHandler
    void on(StatementReceived e) {
        id = key(e.fundCode(), e.year(), e.month()).streamId();
        opening = e.openingBalance();
        closing = e.closingBalance();
        lines = new ArrayList<>(e.lines());
        explained.clear();
        preparers.clear();
        preparers.add(e.receivedBy());
        signedLists = null;
    }

    @EventSourcingHandler
    void on(ItemExplained e) {
        explained.put(e.side() + " " + e.item(), e.amount());
        preparers.add(e.explainedBy());
        signedLists = null;
    }

    @EventSourcingHandler
    void on(ReconciliationSigned e) {
        preparers.add(e.signedBy());
        signedLists = e.listsSha256();
    }

    @EventSourcingHandler
    void on(ReconciliationCountersigned e) {
        locked = true;
    }
}
