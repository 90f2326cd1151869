package org.specialfund.ledger.api.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded server.
 *
 * @param dataDir the folder that holds everything to keep; a relative one lies below the working directory
 * @param embedded the server itself
 */
@ConfigurationProperties("ledger")
record EmbeddedProperties(
        @DefaultValue("data") Path dataDir, @DefaultValue Server embedded) {

    /**
     * The server.
     *
     * @param port the port on loopback; 0 for any free one. A fixed one lets a second node or psql find it.
     */
    record Server(@DefaultValue("0") int port) {}
}
