package org.specialfund.ledger.core.violations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;

/** Reads the clock and draws at random. */
final class LooksOutside {

    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC()).plusDays(new Random().nextInt(2));
    }
}
