package org.specialfund.ledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void isDurable() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, 0)) {
            try (var connection =
                            DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
                    var statement = connection.createStatement()) {
                for (var setting : Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on")
                        .entrySet()) {
                    try (var result = statement.executeQuery("show " + setting.getKey())) {
                        assertThat(result.next()).isTrue();
                        assertThat(result.getString(1)).isEqualTo(setting.getValue());
                    }
                }
            }
        }
    }
}
