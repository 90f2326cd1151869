package org.specialfund.ledger.api.importing.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/** A number of rows and the sum of their amounts. */
public record Tally(
        long rows,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal sum) {

    /** No rows. */
    public static final Tally NONE = new Tally(0, BigDecimal.ZERO);

    /** One more row. */
    public Tally plus(BigDecimal amount) {
        return new Tally(rows + 1, sum.add(amount));
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(rows + other.rows, sum.add(other.sum));
    }
}
