package org.specialfund.ledger.api.http;

/**
 * A controller's argument: the position that the answer must have reached, from the parameter {@code minPosition}.
 *
 * @param value -1 where the client asks for none
 */
public record MinPosition(long value) {

    /** The parameter. */
    public static final String PARAMETER = "minPosition";

    /** Whether the client asks for a position at all. */
    public boolean isGiven() {
        return value >= 0;
    }
}
