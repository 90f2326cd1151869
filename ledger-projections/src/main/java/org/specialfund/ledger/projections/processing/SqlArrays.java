package org.specialfund.ledger.projections.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows to be written by one statement: a column each becomes a PostgreSQL array; many rows go by COPY instead. Numbers
 * and texts are sent as such, everything else as its text: dates and instants as ISO 8601, amounts as digits. Not
 * thread-safe.
 */
public final class SqlArrays {

    /** From so many rows on, COPY is quicker than arrays. */
    private static final int MANY = 200;

    private final List<Column> columns;

    private record Column(String name, String type, List<@Nullable Object> values) {

        boolean isArray() {
            return type.endsWith("[]");
        }

        /** PostgreSQL has no arrays of arrays of different lengths: an array goes as a text. */
        String sentType() {
            return isArray() ? "text" : type;
        }

        private static String joined(List<?> elements) {
            StringBuilder joined = new StringBuilder();
            for (Object element : elements) {
                String text = element.toString();
                if (text.isEmpty() || text.indexOf(' ') >= 0) {
                    throw new IllegalArgumentException("not an element of an array: '" + text + "'");
                }
                joined.append(joined.isEmpty() ? "" : " ").append(text);
            }
            return joined.toString();
        }

        String read() {
            return isArray() ? "string_to_array(%s, ' ')::%s".formatted(name, type) : name;
        }

        @SuppressWarnings("SuspiciousToArrayCall") // the driver looks at the class of the array
        @Nullable
        Object[] array() {
            if (isArray()) {
                return values.stream()
                        .map(value -> value instanceof List<?> elements ? joined(elements) : value)
                        .toArray(String[]::new);
            }
            return switch (type) {
                case "bigint" -> values.toArray(Long[]::new);
                case "integer" -> values.toArray(Integer[]::new);
                case "text" -> values.toArray(String[]::new);
                default -> values.toArray();
            };
        }
    }

    private SqlArrays(List<Column> columns) {
        this.columns = columns;
    }

    /** Columns as {@code "position bigint"}, with PostgreSQL's names of types. */
    public static SqlArrays of(String... columns) {
        List<Column> named = new ArrayList<>();
        for (String column : columns) {
            int space = column.indexOf(' ');
            named.add(new Column(column.substring(0, space), column.substring(space + 1), new ArrayList<>()));
        }
        return new SqlArrays(named);
    }

    /**
     * Adds a row; as many values as there are columns. A value of an array is a list, whose elements must not be null
     * nor empty nor hold a space.
     */
    public void add(@Nullable Object... row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException(row.length + " values for " + columns.size() + " columns");
        }
        for (int i = 0; i < row.length; i++) {
            columns.get(i).values().add(row[i]);
        }
    }

    /** Inserts the rows, if any, into a table; {@code suffix} is SQL such as {@code ON CONFLICT …}. */
    public void insert(JdbcTemplate jdbc, String table, String suffix) {
        if (size() == 0) {
            return;
        }
        String names = all(Column::name);
        String sql = "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS t(%s) %s"
                .formatted(
                        table,
                        names,
                        all(Column::read),
                        all(column -> "?::" + column.sentType() + "[]"),
                        names,
                        suffix);
        jdbc.update(sql, statement -> {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                statement.setArray(i + 1, statement.getConnection().createArrayOf(column.sentType(), column.array()));
            }
        });
    }

    /** Inserts the rows, if any, into a table. */
    public void insert(JdbcTemplate jdbc, String table) {
        if (size() < MANY) {
            insert(jdbc, table, "");
        } else {
            CopyRows rows = new CopyRows(jdbc, table + " (" + all(Column::name) + ")");
            for (int row = 0; row < size(); row++) {
                for (Column column : columns) {
                    rows.value(column.values().get(row));
                }
                rows.endRow();
            }
            rows.flush();
        }
    }

    /** How many rows were added. */
    public int size() {
        return columns.get(0).values().size();
    }

    private String all(Function<Column, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }
}
