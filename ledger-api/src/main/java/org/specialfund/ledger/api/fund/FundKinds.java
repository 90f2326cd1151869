package org.specialfund.ledger.api.fund;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.projections.fund.Funds;
import org.springframework.stereotype.Component;

/** Tells the books of entrusted funds from those of the others: the two are never added up. Thread-safe. */
@Component
public class FundKinds {

    private static final String ENTRUSTED = "entrusted";

    private final Funds funds;

    FundKinds(Funds funds) {
        this.funds = funds;
    }

    /**
     * The kinds of all funds, as they are now.
     *
     * @param only the kind that is wanted, {@code regular} or {@code entrusted}; null for both
     */
    public Kinds now(@Nullable String only) {
        new Form()
                .that(only == null || List.of("regular", ENTRUSTED).contains(only), "fundKind", "unknown-word")
                .check();
        return new Kinds(funds.codes(ENTRUSTED), only);
    }

    /**
     * Which funds are of which kind.
     *
     * @param entrusted codes
     * @param only the kind that is wanted; null for both
     */
    public record Kinds(Set<String> entrusted, @Nullable String only) {

        /** {@code regular} or {@code entrusted}. */
        public String of(String fundCode) {
            return entrusted.contains(fundCode) ? ENTRUSTED : "regular";
        }

        /** Whether a fund is of the kind that is wanted. */
        public boolean wants(String fundCode) {
            return only == null || only.equals(of(fundCode));
        }
    }
}
