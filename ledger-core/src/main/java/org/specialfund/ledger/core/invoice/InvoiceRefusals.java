package org.specialfund.ledger.core.invoice;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What an invoice refuses. */
public final class InvoiceRefusals {

    public static final RefusalCode INVOICE_AMOUNT_DIFFERS = new RefusalCode(
            "invoice-amount-differs",
            Stage.RULE,
            "The invoice {invoiceNo} is registered with {registered}, not {requested}.",
            "发票 {invoiceNo} 登记金额为 {registered}，与 {requested} 不符。");

    public static final RefusalCode INVOICE_EXCEEDED = new RefusalCode(
            "invoice-exceeded",
            Stage.RULE,
            "{requested} exceeds what is left to pay on the invoice {invoiceNo}: {left} of {registered}.",
            "金额 {requested} 超过发票 {invoiceNo} 未付部分：{registered} 中剩余 {left}。");

    public static final RefusalCode INVOICE_CURRENCY_DIFFERS = new RefusalCode(
            "invoice-currency-differs",
            Stage.RULE,
            "The invoice {invoiceNo} is in {currency}.",
            "发票 {invoiceNo} 的币种为 {currency}。");

    private InvoiceRefusals() {}
}
