package org.specialfund.ledger.projections.processing;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** One event that cannot be read or applied: the projection stands still before it, or sets it aside. */
@SuppressWarnings("serial") // never serialized: it does not leave the frame
public final class CulpritException extends RuntimeException {

    private final long position;
    private final @Nullable String type;
    private final @Nullable EventHeader header;

    /** Names the event. */
    public CulpritException(long position, @Nullable String type, Throwable cause) {
        this(position, type, null, cause);
    }

    CulpritException(EventHeader header, Throwable cause) {
        this(header.position(), header.type(), header, cause);
    }

    private CulpritException(long position, @Nullable String type, @Nullable EventHeader header, Throwable cause) {
        super("position " + position + ", type " + type, cause);
        this.position = position;
        this.type = type;
        this.header = header;
    }

    long position() {
        return position;
    }

    @Nullable
    String type() {
        return type;
    }

    /** Of the event; null where no more than its position is known. */
    @Nullable
    EventHeader header() {
        return header;
    }

    /** Why, in a line. */
    String error() {
        Throwable cause = getCause();
        return error(cause == null ? this : cause);
    }

    /** In a line: of a database, what it says first; after that it shows the row, amounts included. */
    static String error(Throwable cause) {
        Throwable root = cause instanceof DataAccessException e ? e.getMostSpecificCause() : cause;
        String message = String.valueOf(root.getMessage());
        return cause.getClass().getSimpleName() + ": "
                + message.lines().findFirst().orElse("");
    }
}
