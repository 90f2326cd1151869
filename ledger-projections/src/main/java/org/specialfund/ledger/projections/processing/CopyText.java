package org.specialfund.ledger.projections.processing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows as PostgreSQL's COPY takes them in its text format. */
final class CopyText {

    private CopyText() {}

    /**
     * Writes rows on the connection of the transaction that is under way.
     *
     * @param target the table and its columns, as in {@code schema.t (a, b)}
     * @param columns the values of each column; lists are arrays
     */
    static void write(JdbcTemplate jdbc, String target, int rows, List<? extends List<@Nullable Object>> columns) {
        StringBuilder text = new StringBuilder(rows * columns.size() * 16);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.size(); column++) {
                text.append(column == 0 ? "" : "\t");
                append(text, columns.get(column).get(row));
            }
            text.append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + target + " FROM STDIN", new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new SQLException("cannot copy into " + target, e);
            }
        });
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Number) {
            text.append(value instanceof BigDecimal amount ? amount.toPlainString() : value.toString());
        } else if (value instanceof List<?> elements) {
            array(text, elements);
        } else {
            escaped(text, value.toString());
        }
    }

    /** Every element quoted, but for numbers. */
    private static void array(StringBuilder text, List<?> elements) {
        text.append('{');
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            text.append(i == 0 ? "" : ",");
            if (element instanceof BigDecimal amount) {
                text.append(amount.toPlainString());
            } else {
                String quoted = element.toString().replace("\\", "\\\\").replace("\"", "\\\"");
                text.append('"');
                escaped(text, quoted);
                text.append('"');
            }
        }
        text.append('}');
    }

    private static void escaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
