package org.specialfund.ledger.projections;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own on a real PostgreSQL, with the migrations of this module applied. */
public final class TestDatabase implements AutoCloseable {

    private static final TestServer SERVER = TestServer.start();
    private static int count;

    private final HikariDataSource dataSource = new HikariDataSource();

    private TestDatabase(String name) {
        dataSource.setJdbcUrl(SERVER.jdbcUrl(name));
        dataSource.setMaximumPoolSize(8);
    }

    public static synchronized TestDatabase fresh() {
        String name = "test" + ++count;
        new JdbcTemplate(new DriverManagerDataSource(SERVER.jdbcUrl("postgres"))).execute("CREATE DATABASE " + name);
        TestDatabase database = new TestDatabase(name);
        File[] migrations = new File("src/main/resources/db/migration").listFiles();
        List<File> inOrder = Arrays.stream(migrations)
                .sorted(Comparator.comparing(TestDatabase::version))
                .toList();
        for (File migration : inOrder) {
            new ResourceDatabasePopulator(new FileSystemResource(migration)).execute(database.dataSource);
        }
        return database;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    public DataSourceTransactionManager transactions() {
        return new DataSourceTransactionManager(dataSource);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    /** Every row of every table of a schema, as text. */
    public List<String> rows(String schema) {
        return jdbc()
                .queryForList(
                        "SELECT tablename::text FROM pg_tables WHERE schemaname = ? ORDER BY 1", String.class, schema)
                .stream()
                .flatMap(table -> jdbc().queryForList(rowsOf(table, schema), String.class).stream())
                .toList();
    }

    /** Mentions one by one: which of them share a row depends on the batches in which they came. */
    private static String rowsOf(String table, String schema) {
        return table.equals("mention")
                ? "SELECT 'mention ' || what || ' ' || unnest(positions) FROM %s.mention ORDER BY 1".formatted(schema)
                : "SELECT '%s ' || t::text FROM %s.%s t ORDER BY 1".formatted(table, schema, table);
    }

    @Override
    public void close() {
        dataSource.close();
    }

    private static int version(File migration) {
        return Integer.parseInt(migration.getName().replaceAll("V2_([0-9]+)__.*", "$1"));
    }
}
