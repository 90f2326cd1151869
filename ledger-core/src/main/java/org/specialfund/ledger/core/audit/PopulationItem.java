package org.specialfund.ledger.core.audit;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * An item of a population: a payment as it stands, or what came back of it.
 *
 * @param reference of the payment
 * @param kind {@code payment}, or {@code return} for what was returned or recovered
 * @param amount not zero, with the digits of the currency
 */
public record PopulationItem(String reference, String allocationNo, String payee, String kind, BigDecimal amount) {

    /** By reference, allocation, payee and kind; each by the code points of its characters, all of which are ASCII. */
    static final Comparator<PopulationItem> ORDER = Comparator.comparing(PopulationItem::reference)
            .thenComparing(PopulationItem::allocationNo)
            .thenComparing(PopulationItem::payee)
            .thenComparing(PopulationItem::kind);

    /** Its line in the canonical text of a population. */
    String line() {
        return String.join("\t", reference, allocationNo, payee, kind, amount.toPlainString()) + "\n";
    }
}
