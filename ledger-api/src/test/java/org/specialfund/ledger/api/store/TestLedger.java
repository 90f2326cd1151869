package org.specialfund.ledger.api.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.specialfund.ledger.api.ProjectionRows;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node: the write side with everything that Boot configures for it, and nothing else. */
final class TestLedger implements AutoCloseable {

    /** Not annotated as a configuration, so that no component scan finds it. */
    @EnableAutoConfiguration
    @Import(StoreConfiguration.class)
    static class Node {}

    final ConfigurableApplicationContext context;

    private TestLedger(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One whose transactions the database lets stay open, idle too: somebody took the caps out of its settings. */
    static TestLedger startWithoutCaps(String jdbcUrl) {
        return new TestLedger(
                node(jdbcUrl, Node.class).run("--spring.datasource.hikari.data-source-properties.options="));
    }

    static TestLedger start(String jdbcUrl, Class<?>... more) {
        Class<?>[] sources = new Class<?>[more.length + 1];
        sources[0] = Node.class;
        System.arraycopy(more, 0, sources, 1, more.length);
        return new TestLedger(node(jdbcUrl, sources).run());
    }

    private static SpringApplicationBuilder node(String jdbcUrl, Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + jdbcUrl,
                        "spring.main.banner-mode=off",
                        "spring.datasource.hikari.maximum-pool-size=12",
                        // A node of the write side alone has no projections whose health could be asked.
                        "management.endpoint.health.validate-group-membership=false",
                        "logging.level.root=warn");
    }

    CommandExecutor executor() {
        return context.getBean(CommandExecutor.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    long count(String table) {
        Long count = jdbc().queryForObject("select count(*) from " + table, Long.class);
        return count == null ? 0 : count;
    }

    /** Every row of a projection, but for the gaps: what was rolled back long ago is no gap to a rebuild. */
    List<String> rows(String schema) {
        return jdbc()
                .queryForList(
                        "select tablename::text from pg_tables where schemaname = ? and tablename <> 'gap' order by 1",
                        String.class,
                        schema)
                .stream()
                .flatMap(table -> jdbc().queryForList(ProjectionRows.of(schema, table), String.class).stream())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Runs tasks at once, one thread each, and returns what they return, in their order. */
    static <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
