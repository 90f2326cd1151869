package org.specialfund.ledger.api.importing.reading;

/**
 * What a file may hold at most, so that memory stays the same whatever its size.
 *
 * @param cellChars characters of one cell; Excel's own limit is 32,767
 * @param columns cells of one row
 * @param recordLines lines that one quoted CSV record may span before its quote counts as never closed
 * @param lineBytes bytes of one CSV line
 * @param sharedStringBytes text of all shared strings of a workbook together
 * @param partBytes one part of a workbook, unpacked
 */
public record Limits(
        int cellChars, int columns, int recordLines, int lineBytes, int sharedStringBytes, long partBytes) {

    /** What the application allows. */
    public static final Limits DEFAULT = new Limits(32_767, 1_000, 100, 1 << 19, 1 << 25, 1L << 32);
}
