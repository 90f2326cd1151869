package org.specialfund.ledger.core.redflag.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The same invoice or document stands behind several payments, refused attempts included.
 *
 * <p>Formula: two uses or more of one invoice number or one document hash, under different references, and the payee,
 * the fund or the allocation is not the same in all.
 *
 * <p>Source: the office's supervision rules, "duplicate". Not to be used on a document cited by more than 20 payments: that is a list
 * of payments, not a voucher. Not on an invoice number of fewer than 6 characters under different payees: every seller
 * has an invoice "1".
 */
public final class DuplicatePaper implements Rule<DuplicatePaper.Facts> {

    private static final int MOST_USES = 20;
    private static final int LEAST_LENGTH = 6;

    /**
     * One paper and its uses.
     *
     * @param kind {@code invoice} or {@code document}
     * @param value the invoice number, or the document's SHA-256
     */
    public record Facts(String kind, String value, List<Use> uses) {

        /** Copies the uses. */
        public Facts {
            uses = List.copyOf(uses);
        }
    }

    /** One use; refused where it was an attempt only. */
    public record Use(
            String entry, String reference, String payee, String fundCode, String allocationNo, boolean refused) {}

    @Override
    public String name() {
        return "duplicate";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        Set<String> references = facts.uses().stream().map(Use::reference).collect(Collectors.toSet());
        Set<String> payees = facts.uses().stream().map(Use::payee).collect(Collectors.toSet());
        Set<String> allocations = facts.uses().stream()
                .map(use -> use.fundCode() + "/" + use.allocationNo())
                .collect(Collectors.toSet());
        if (references.size() < 2 || payees.size() < 2 && allocations.size() < 2) {
            return Verdict.clear();
        }
        if (facts.kind().equals("document") && references.size() > MOST_USES) {
            return Verdict.notJudged("document-of-many-payments");
        }
        if (facts.kind().equals("invoice") && payees.size() > 1 && facts.value().length() < LEAST_LENGTH) {
            return Verdict.notJudged("invoice-number-too-short");
        }
        long refused = facts.uses().stream().filter(Use::refused).count();
        return Verdict.of(Hit.on(facts.uses().stream().map(Use::entry).toList())
                .with("kind", facts.kind())
                .with("value", facts.value())
                .with("uses", facts.uses().size())
                .with("refused", refused)
                .with("payees", payees.size())
                .with("allocations", allocations.size()));
    }
}
