package org.specialfund.ledger.core.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.invoice.event.InvoiceEvent;
import org.specialfund.ledger.core.invoice.event.InvoiceRegistered;
import org.specialfund.ledger.core.invoice.event.InvoiceReleased;
import org.specialfund.ledger.core.invoice.event.InvoiceUsed;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * One invoice of one payee: live payments on it stay within its amount. Instalments and a second try after a bounce are
 * ordinary; paying twice is not.
 */
@AggregateRoot(type = "invoice")
@Revision("1")
public class Invoice {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Invoice> TYPE = new AggregateType<>(Invoice.class, "invoice", 4, Invoice::new);

    @AggregateIdentifier
    private @Nullable String id;

    private String payee = "";
    private String invoiceNo = "";
    private String currency = "";
    private BigDecimal amount = BigDecimal.ZERO;
    private BigDecimal live = BigDecimal.ZERO;

    Invoice() {}

    /** The key of an invoice. */
    public static AggregateKey<Invoice> key(String payee, String invoiceNo) {
        return TYPE.key(payee + "/" + invoiceNo);
    }

    /**
     * Uses the invoice for a payment, and registers it where it is new.
     *
     * @param stated the invoice's amount as stated with the payment; null takes the first payment's
     */
    public List<InvoiceEvent> use(
            String ofPayee,
            String number,
            String reference,
            BigDecimal payment,
            @Nullable BigDecimal stated,
            String paidIn) {
        List<InvoiceEvent> events = new ArrayList<>();
        BigDecimal total = amount;
        if (id == null) {
            total = stated == null ? payment : stated;
            events.add(new InvoiceRegistered(ofPayee, number, total, paidIn));
        } else {
            checkSame(stated, paidIn);
        }
        checkCovers(payment, total.subtract(live), total, number);
        events.add(new InvoiceUsed(ofPayee, number, reference, payment, paidIn));
        return events;
    }

    /** Gives back what a payment used. */
    public List<InvoiceEvent> release(String reference, BigDecimal payment) {
        return List.of(new InvoiceReleased(payee, invoiceNo, reference, payment, currency));
    }

    /** Uses the invoice again for a payment that had given it back. */
    public List<InvoiceEvent> useAgain(String reference, BigDecimal payment) {
        checkCovers(payment, amount.subtract(live), amount, invoiceNo);
        return List.of(new InvoiceUsed(payee, invoiceNo, reference, payment, currency));
    }

    /** Replaces what a payment used. */
    public List<InvoiceEvent> replace(String reference, BigDecimal was, BigDecimal is) {
        checkCovers(is, amount.subtract(live).add(was), amount, invoiceNo);
        return List.of(
                new InvoiceReleased(payee, invoiceNo, reference, was, currency),
                new InvoiceUsed(payee, invoiceNo, reference, is, currency));
    }

    private void checkSame(@Nullable BigDecimal stated, String paidIn) {
        Guard.that(currency.equals(paidIn), () -> Refusal.of(InvoiceRefusals.INVOICE_CURRENCY_DIFFERS)
                .with("invoiceNo", invoiceNo)
                .with("currency", currency));
        Guard.that(stated == null || stated.compareTo(amount) == 0, () -> Refusal.of(
                        InvoiceRefusals.INVOICE_AMOUNT_DIFFERS)
                .with("invoiceNo", invoiceNo)
                .with("registered", amount)
                .with("requested", String.valueOf(stated)));
    }

    private static void checkCovers(BigDecimal payment, BigDecimal left, BigDecimal total, String number) {
        Guard.that(payment.compareTo(left) <= 0, () -> Refusal.of(InvoiceRefusals.INVOICE_EXCEEDED)
                .with("invoiceNo", number)
                .with("requested", payment)
                .with("registered", total)
                .with("left", left));
    }

    @EventSourcingHandler
    void on(InvoiceRegistered e) {
        id = key(e.payee(), e.invoiceNo()).streamId();
        payee = e.payee();
        invoiceNo = e.invoiceNo();
        currency = e.currency();
        amount = e.amount();
    }

    @EventSourcingHandler
    void on(InvoiceUsed e) {
        live = live.add(e.amount());
    }

    @EventSourcingHandler
    void on(InvoiceReleased e) {
        live = live.subtract(e.amount());
    }
}
