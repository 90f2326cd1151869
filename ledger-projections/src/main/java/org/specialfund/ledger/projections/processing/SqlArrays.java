package org.specialfund.ledger.projections.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows to be written by one statement: a column each becomes a PostgreSQL array. Not thread-safe. */
public final class SqlArrays {

    private final List<Column> columns;

    private record Column(String name, String type, List<@Nullable Object> values) {}

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

    /** Adds a row; as many values as there are columns. */
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
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        update(jdbc, "INSERT INTO %s (%s) SELECT %s FROM %s AS t(%s) %s", table, names, names, from(), names, suffix);
    }

    /** Inserts the rows, if any, into a table. */
    public void insert(JdbcTemplate jdbc, String table) {
        insert(jdbc, table, "");
    }

    private String from() {
        return columns.stream()
                .map(column -> "?::" + column.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    private void update(JdbcTemplate jdbc, String sql, Object... parts) {
        if (columns.get(0).values().isEmpty()) {
            return;
        }
        jdbc.update(sql.formatted(parts), statement -> {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                statement.setArray(
                        i + 1,
                        statement
                                .getConnection()
                                .createArrayOf(column.type(), column.values().toArray()));
            }
        });
    }
}
