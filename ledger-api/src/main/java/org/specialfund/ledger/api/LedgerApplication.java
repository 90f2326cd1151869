package org.specialfund.ledger.api;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.specialfund.ledger.api.embedded.Backup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the ledger, or backs up the data folder of one that runs. */
// Told not to check for updates, Axon makes no call, but still leaves the machine's id in ~/.axoniq: so none of it.
@SpringBootApplication(exclude = UpdateCheckerAutoConfiguration.class)
public class LedgerApplication {

    /** Starts the application; with {@code backup <data folder> <target>} takes a backup instead and ends. */
    public static void main(String[] args) throws IOException, SQLException {
        if (args.length == 3 && args[0].equals("backup")) {
            Backup.take(Path.of(args[1]), Path.of(args[2]));
            System.out.println("Backup of " + args[1] + " complete in " + args[2]);
        } else {
            SpringApplication.run(LedgerApplication.class, args);
        }
    }
}
