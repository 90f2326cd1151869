package org.specialfund.ledger.api.http;

import jakarta.servlet.http.HttpServletResponse;

/** The header that tells how far a write has brought the ledger, or what position an answer rests on. */
public final class LedgerPosition {

    /** Its name. */
    public static final String HEADER = "X-Ledger-Position";

    private LedgerPosition() {}

    /** Puts the position into the answer. */
    public static void set(HttpServletResponse response, long position) {
        response.setHeader(HEADER, Long.toString(position));
    }
}
