package org.specialfund.ledger.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the ledger. */
@SpringBootApplication
public class LedgerApplication {

    /** Starts the application; see the README for its settings. */
    public static void main(String[] args) {
        SpringApplication.run(LedgerApplication.class, args);
    }
}
