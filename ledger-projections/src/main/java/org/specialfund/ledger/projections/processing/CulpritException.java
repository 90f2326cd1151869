package org.specialfund.ledger.projections.processing;

import org.jspecify.annotations.Nullable;

/** One event that cannot be read or applied: the projection stands still before it. */
@SuppressWarnings("serial") // never serialized: it does not leave the frame
public final class CulpritException extends RuntimeException {

    private final long position;
    private final @Nullable String type;

    /** Names the event. */
    public CulpritException(long position, @Nullable String type, Throwable cause) {
        super("position " + position + ", type " + type, cause);
        this.position = position;
        this.type = type;
    }

    long position() {
        return position;
    }

    @Nullable
    String type() {
        return type;
    }
}
