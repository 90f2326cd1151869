package org.specialfund.ledger.core.shared;

/**
 * Thrown by a guard and caught where the command is decided, before anything was applied: a refusal becomes a value
 * there and nothing needs undoing. Has no stack trace, because a refusal is an ordinary answer.
 */
@SuppressWarnings("serial") // never serialized: it does not leave the decision
public final class RefusedException extends RuntimeException {

    private final Refusal refusal;

    /** Carries the refusal. */
    public RefusedException(Refusal refusal) {
        super(refusal.code().code(), null, false, false);
        this.refusal = refusal;
    }

    /** The refusal. */
    public Refusal refusal() {
        return refusal;
    }
}
