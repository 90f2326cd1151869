package org.specialfund.ledger.api.importing.reading;

/**
 * One cell.
 *
 * @param text as written; a number's plain decimal text where the file itself says that it is a number
 */
public record Cell(Kind kind, String text) {

    /** A cell that holds nothing. */
    public static final Cell BLANK = new Cell(Kind.TEXT, "");

    /** What the file itself says about a cell. */
    public enum Kind {
        /** Text, to be read by the profile's formats: every cell of a CSV file. */
        TEXT,
        /** A spreadsheet's number, exact; a date is a number too. */
        NUMBER,
        /** An error or a number that cannot be taken exactly; the text says which. */
        ERROR
    }

    /** A text cell. */
    public static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Cell(Kind.TEXT, text);
    }

    /** Whether it holds nothing but white space. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
