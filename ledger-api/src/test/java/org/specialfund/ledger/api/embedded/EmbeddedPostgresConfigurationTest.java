package org.specialfund.ledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specialfund.ledger.api.TestDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedPostgresConfigurationTest {

    @TempDir
    Path folder;

    private ApplicationContextRunner application() throws IOException {
        TestBinaries.linkInto(folder);
        return new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedPostgresConfiguration.class)
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues("ledger.data-dir=" + folder);
    }

    @Test
    void startsBeforeTheConnectionPoolAndStopsAfterIt() throws Exception {
        application().withPropertyValues("spring.datasource.url=").run(context -> {
            try (var connection = context.getBean(DataSource.class).getConnection()) {
                assertThat(WritingLedger.ask(connection, "select current_user || '@' || current_database()"))
                        .isEqualTo("ledger@ledger");
            }
        });
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        // What the server would say had it cut the pool's connections.
        assertThat(serverLog())
                .contains("database system is shut down")
                .doesNotContain("terminating connection due to administrator command");
    }

    @Test
    void startsNoneWhereADatabaseIsGiven() throws Exception {
        application()
                .withPropertyValues("spring.datasource.url=" + TestDatabase.fresh())
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class);
                    try (var connection = context.getBean(DataSource.class).getConnection()) {
                        assertThat(WritingLedger.ask(connection, "select current_database()"))
                                .startsWith("test_");
                    }
                });
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    private String serverLog() throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("postgres/log"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                log.append(Files.readString(file));
            }
        }
        return log.toString();
    }
}
