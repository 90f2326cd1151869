package org.specialfund.ledger.api.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The vault with its key: from the configuration, or else from a file beside the embedded server's data, which a backup
 * of that folder holds too. Several nodes must be given the same key.
 */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Vault vault(
            JdbcTemplate jdbc,
            @Value("${ledger.vault.key:}") String key,
            @Value("${ledger.data-dir:data}") Path dataFolder)
            throws IOException {
        Vault vault =
                new Vault(jdbc, key.isBlank() ? VaultKey.inFile(dataFolder.resolve("vault-key")) : VaultKey.of(key));
        vault.checkKey();
        return vault;
    }
}
