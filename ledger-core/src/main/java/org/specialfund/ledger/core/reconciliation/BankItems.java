package org.specialfund.ledger.core.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.disbursement.event.BankMovement;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementSettled;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;

/**
 * Folds a month's events on payments into what the bank should show. A payment and its reversal in the same month are
 * nothing; corrected within the month it is its last amount; in another month the difference stands there. Money that
 * came back bears its document as bank reference. Payments taken over by an opening are of before the ledger: the bank
 * showed them then.
 */
public final class BankItems {

    private static final String PAYMENT = "payment";

    private final Map<String, Draft> drafts = new TreeMap<>();

    private BankItems() {}

    /** What is known of an item so far. */
    private static final class Draft {
        private final String item;
        private final String kind;
        private final String reference;
        private final String payee;
        private LocalDate day;
        private BigDecimal amount = BigDecimal.ZERO;
        private boolean begun;
        private @Nullable String bankReference;

        Draft(String item, String kind, String reference, String payee, LocalDate day) {
            this.item = item;
            this.kind = kind;
            this.reference = reference;
            this.payee = payee;
            this.day = day;
        }
    }

    /**
     * The items, in order of day and name.
     *
     * @param entries of one month, in any order
     * @param stream the events of a stream, asked where an item began in another month
     */
    public static List<BankItem> of(List<BankEntries.Entry> entries, Function<String, List<LedgerEvent>> stream) {
        BankItems items = new BankItems();
        entries.stream()
                .sorted(Comparator.comparing((BankEntries.Entry entry) -> entry.ref().stream())
                        .thenComparing(entry -> entry.ref().sequence()))
                .forEach(items::add);
        List<BankItem> found = new ArrayList<>();
        for (Draft draft : items.drafts.values()) {
            if (draft.amount.signum() != 0) {
                String bankReference = draft.begun ? draft.bankReference : begunWith(draft, stream);
                found.add(new BankItem(
                        draft.item, draft.kind, draft.reference, draft.payee, bankReference, draft.day, draft.amount));
            }
        }
        found.sort(Comparator.comparing(BankItem::day).thenComparing(BankItem::item));
        return List.copyOf(found);
    }

    private void add(BankEntries.Entry entry) {
        MoneyEvent event = entry.event();
        if (!(event instanceof BankMovement moves && moves.movesBank())) {
            return;
        }
        if (event instanceof DisbursementSettled e) {
            begin(
                    payment(e.reference(), e.payee(), e),
                    e.bankReference(),
                    e.amount().negate(),
                    e);
        } else if (event instanceof DisbursementRecorded e) {
            begin(
                    payment(e.reference(), e.payee(), e),
                    e.bankReference(),
                    e.amount().negate(),
                    e);
        } else if (event instanceof DisbursementCorrected e) {
            Draft draft = payment(e.reference(), e.payee(), e);
            draft.amount = draft.amount.subtract(e.amount());
            draft.day = e.effectiveDate();
        } else if (event instanceof DisbursementReversed e) {
            Draft draft = payment(e.reference(), e.payee(), e);
            draft.amount = draft.amount.add(e.amount());
        } else if (event instanceof DisbursementReturned e) {
            begin(back(entry.ref().toString(), "return", e.reference(), e.payee(), e), e.documentRef(), e.amount(), e);
        } else if (event instanceof RecoveryReceived e) {
            begin(
                    back(entry.ref().toString(), "recovery", e.reference(), e.payee(), e),
                    e.documentRef(),
                    e.amount(),
                    e);
        } else if (event instanceof DisbursementEntryReversed e) {
            String kind = e.movement().equals("return") ? "return" : "recovery";
            Draft draft = back(e.entry().toLowerCase(Locale.ROOT), kind, e.reference(), e.payee(), e);
            draft.amount = draft.amount.subtract(e.amount());
        }
    }

    private static void begin(Draft draft, @Nullable String bankReference, BigDecimal amount, MoneyEvent event) {
        draft.begun = true;
        draft.bankReference = bankReference;
        draft.amount = draft.amount.add(amount);
        draft.day = event.effectiveDate();
    }

    private Draft payment(String reference, String payee, MoneyEvent event) {
        return back(PAYMENT + ":" + reference, PAYMENT, reference, payee, event);
    }

    private Draft back(String item, String kind, String reference, String payee, MoneyEvent event) {
        return drafts.computeIfAbsent(item, same -> new Draft(item, kind, reference, payee, event.effectiveDate()));
    }

    /** The bank reference of an item that began in another month. */
    private static @Nullable String begunWith(Draft draft, Function<String, List<LedgerEvent>> stream) {
        List<LedgerEvent> events = stream.apply("disbursement:" + draft.reference.toLowerCase(Locale.ROOT));
        if (!draft.kind.equals(PAYMENT)) {
            long sequence = EventRef.of(draft.item).sequence();
            LedgerEvent came = sequence < events.size() ? events.get((int) sequence) : null;
            return came instanceof DisbursementReturned e
                    ? e.documentRef()
                    : came instanceof RecoveryReceived r ? r.documentRef() : null;
        }
        String bankReference = null;
        for (LedgerEvent event : events) {
            if (event instanceof DisbursementSettled e) {
                bankReference = e.bankReference();
            } else if (event instanceof DisbursementRecorded e) {
                bankReference = e.bankReference();
            }
        }
        return bankReference;
    }
}
