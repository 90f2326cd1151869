package org.specialfund.ledger.api.importing.reading;

/** Follows the quotes of a CSV record from line to line (RFC 4180; inside an unquoted cell a quote is plain text). */
final class QuoteScan {

    private enum State {
        CELL_BEGINS,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final char delimiter;
    private State state = State.CELL_BEGINS;
    private boolean broken;

    QuoteScan(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Reads one more line of the record. */
    void read(String line) {
        for (int i = 0; i < line.length() && !broken; i++) {
            step(line.charAt(i));
        }
        if (state == State.QUOTE_IN_QUOTED) {
            state = State.UNQUOTED;
        }
    }

    /** Whether the record goes on in the next line. */
    boolean isOpen() {
        return state == State.QUOTED;
    }

    /** Whether text follows a closing quote. */
    boolean isBroken() {
        return broken;
    }

    private void step(char c) {
        switch (state) {
            case CELL_BEGINS -> state = c == '"' ? State.QUOTED : c == delimiter ? State.CELL_BEGINS : State.UNQUOTED;
            case UNQUOTED -> state = c == delimiter ? State.CELL_BEGINS : State.UNQUOTED;
            case QUOTED -> state = c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> {
                broken = c != '"' && c != delimiter;
                state = c == '"' ? State.QUOTED : State.CELL_BEGINS;
            }
        }
    }
}
