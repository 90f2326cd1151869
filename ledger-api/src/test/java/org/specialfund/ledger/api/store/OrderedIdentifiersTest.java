package org.specialfund.ledger.api.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class OrderedIdentifiersTest {

    @Test
    void axonUsesThem() {
        assertInstanceOf(OrderedIdentifiers.class, IdentifierFactory.getInstance());
    }

    @Test
    void theyAreOfVersionSevenAndCarryTheTime() {
        long before = System.currentTimeMillis();
        UUID id = UUID.fromString(new OrderedIdentifiers().generateIdentifier());
        long after = System.currentTimeMillis();

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        long time = id.getMostSignificantBits() >>> 16;
        assertEquals(time, Math.max(before, Math.min(after, time)));
    }

    @Test
    void noneComesTwice() {
        OrderedIdentifiers identifiers = new OrderedIdentifiers();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(identifiers.generateIdentifier());
        }
        assertEquals(100_000, seen.size());
    }
}
