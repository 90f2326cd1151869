package org.specialfund.ledger.core.audit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specialfund.ledger.core.allocation.event.FundsNotRestored;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentReversed;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.decision.PaidEvents;
import org.specialfund.ledger.core.disbursement.event.PayeeCorrected;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.shared.Amounts;

/**
 * What a sample is drawn from: the settled payments of fund years as they were known at a position of the store. Folded
 * from what was posted to Paid, so that its sum is Paid of the trial balance at that position. An item is a payment as
 * it stands after corrections and reversals, or what came back of it by returns and recoveries; a payment whose payee
 * was corrected is an item of each payee. Items of zero are left out; they stand in the order of reference, allocation,
 * payee and kind. Holds every item in memory. Immutable.
 *
 * <p>The canonical text has a line an item, {@code reference TAB allocationNo TAB payee TAB kind TAB amount LF}, the
 * amount with just the digits of the currency and a point; the hash is the SHA-256 of its UTF-8.
 */
public final class Population {

    private static final Set<String> CAME_BACK = Set.of("returned", "recovered");

    private final List<PopulationItem> items;
    private final String currency;

    private Population(List<PopulationItem> items, String currency) {
        this.items = List.copyOf(items);
        this.currency = currency;
    }

    /** The population of an audit; empty while an event may still be recorded at or before the position. */
    public static Optional<Population> of(AuditPlanned audit, long cutOff, PaidEvents events) {
        List<MoneyEvent> all = new ArrayList<>();
        for (String fundCode : audit.fundCodes()) {
            for (int year : audit.years()) {
                Optional<List<MoneyEvent>> paid = events.upTo(fundCode, year, cutOff);
                if (paid.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(paid.get());
            }
        }
        return Optional.of(of(all, audit.currency()));
    }

    /** The population that these events make, in whatever order they come. */
    public static Population of(Collection<MoneyEvent> events, String currency) {
        Map<List<String>, BigDecimal> sums = new HashMap<>();
        for (MoneyEvent event : events) {
            for (Posting posting : event.postings()) {
                if (posting.account().kind() == AccountKind.PAID) {
                    List<String> key = List.of(
                            reference(event),
                            String.valueOf(posting.account().allocation()),
                            String.valueOf(posting.account().payee()),
                            kind(event));
                    sums.merge(key, posting.amount(), BigDecimal::add);
                }
            }
        }
        List<PopulationItem> items = new ArrayList<>();
        sums.forEach((key, amount) -> {
            if (amount.signum() != 0) {
                items.add(new PopulationItem(
                        key.get(0), key.get(1), key.get(2), key.get(3), amount.setScale(Amounts.digits(currency))));
            }
        });
        items.sort(PopulationItem.ORDER);
        return new Population(items, currency);
    }

    /** The items in their order. */
    public List<PopulationItem> items() {
        return items;
    }

    /** The sum of all items, with the digits of the currency. */
    public BigDecimal sum() {
        return items.stream().map(PopulationItem::amount).reduce(Amounts.zero(currency), BigDecimal::add);
    }

    /** The hash of the canonical text, in lower-case hexadecimal. */
    public String sha256() {
        MessageDigest digest = Sha256.begin();
        items.forEach(item -> digest.update(item.line().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String kind(MoneyEvent event) {
        boolean cameBack = event instanceof ReturnReversed
                || event instanceof FundsRestored restored && CAME_BACK.contains(restored.cause())
                || event instanceof FundsNotRestored lost && CAME_BACK.contains(lost.cause());
        return cameBack ? "return" : "payment";
    }

    private static String reference(MoneyEvent event) {
        if (event instanceof FundsSpent e) {
            return e.reference();
        } else if (event instanceof FundsRestored e) {
            return e.reference();
        } else if (event instanceof FundsNotRestored e) {
            return e.reference();
        } else if (event instanceof ReturnReversed e) {
            return e.reference();
        } else if (event instanceof OpeningPaymentRecorded e) {
            return e.reference();
        } else if (event instanceof OpeningPaymentReversed e) {
            return e.reference();
        } else if (event instanceof PayeeCorrected e) {
            return e.reference();
        }
        throw new IllegalArgumentException("an event that pays and names no payment: " + event);
    }
}
