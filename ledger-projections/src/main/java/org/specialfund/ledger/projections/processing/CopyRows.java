package org.specialfund.ledger.projections.processing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows for one table in the text format of PostgreSQL's COPY: value by value, then {@link #endRow}. They are written
 * from time to time, in the transaction that is under way then, and all of them by {@link #flush}. Not thread-safe.
 */
public final class CopyRows {

    /** Small enough not to be moved about as something large by the collector. */
    private static final int CHUNK = 256 * 1024;

    private final JdbcTemplate jdbc;
    private final String sql;
    private byte[] bytes = new byte[CHUNK];
    private int size;
    private boolean inRow;

    /** For a table with its columns, as in {@code schema.t (a, b)}. */
    public CopyRows(JdbcTemplate jdbc, String target) {
        this.jdbc = jdbc;
        this.sql = "COPY " + target + " FROM STDIN";
    }

    /** A whole number. */
    public CopyRows number(long value) {
        beginValue();
        digits(value, 0);
        return this;
    }

    /** So many units of the last of {@code scale} decimal places. */
    public CopyRows decimal(long units, int scale) {
        beginValue();
        digits(units, scale);
        return this;
    }

    /** Any value as its text; a list as an array, whose elements must not be null. */
    public CopyRows value(@Nullable Object value) {
        beginValue();
        if (value == null) {
            put('\\');
            put('N');
        } else if (value instanceof Long number) {
            digits(number, 0);
        } else if (value instanceof List<?> elements) {
            array(elements);
        } else {
            text(value.toString());
        }
        return this;
    }

    /** Ends a row. */
    public void endRow() {
        put('\n');
        inRow = false;
        if (size > CHUNK - CHUNK / 8) {
            flush();
        }
    }

    /** Writes what has not been written yet. */
    public void flush() {
        if (size == 0) {
            return;
        }
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(sql, new ByteArrayInputStream(bytes, 0, size));
            } catch (IOException e) {
                throw new SQLException("cannot " + sql, e);
            }
        });
        size = 0;
    }

    private void beginValue() {
        if (inRow) {
            put('\t');
        }
        inRow = true;
    }

    private void array(List<?> elements) {
        put('{');
        boolean first = true;
        for (Object element : elements) {
            if (!first) {
                put(',');
            }
            first = false;
            if (element instanceof Long number) {
                digits(number, 0);
            } else {
                text('"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"');
            }
        }
        put('}');
    }

    private void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> {
                    if (c > 0x7F) {
                        other(value.substring(i));
                        return;
                    }
                    put(c);
                }
            }
        }
    }

    /** From the first character on that is not ASCII. */
    private void other(String rest) {
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            switch (b) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> put(b);
            }
        }
    }

    private void escape(char letter) {
        put('\\');
        put(letter);
    }

    /** The least long has no positive counterpart: digits are taken from negative numbers. */
    private void digits(long value, int scale) {
        if (value < 0) {
            put('-');
        }
        byte[] reversed = new byte[20 + scale];
        int count = 0;
        long rest = value < 0 ? value : -value;
        while (rest != 0 || count <= scale) {
            reversed[count++] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        while (count > 0) {
            put(reversed[--count]);
            if (count == scale && scale > 0) {
                put('.');
            }
        }
    }

    private void put(int b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) b;
    }
}
