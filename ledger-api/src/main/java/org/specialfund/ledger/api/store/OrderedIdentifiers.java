package org.specialfund.ledger.api.store;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages in the order of time (UUID version 7, RFC 9562): the index of event ids then grows at its end, where
 * random ids would touch, and log, a page each. Found by Axon as a service. Thread-safe.
 */
public final class OrderedIdentifiers extends IdentifierFactory {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    @Override
    public String generateIdentifier() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16 | VERSION | random.nextLong() >>> 52;
        return new UUID(time, VARIANT | random.nextLong() >>> 2).toString();
    }
}
