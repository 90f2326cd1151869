package org.specialfund.ledger.bench;

import java.math.BigDecimal;

/**
 * One payment.
 *
 * @param allocation its number, from 1
 * @param payee its number, from 1
 * @param key the client's idempotency key
 */
record Payment(int allocation, int payee, long cents, String key) {

    BigDecimal amount() {
        return BigDecimal.valueOf(cents, 2);
    }
}
