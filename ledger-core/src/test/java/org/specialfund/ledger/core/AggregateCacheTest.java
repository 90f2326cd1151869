package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AggregateCacheTest {

    private final AggregateCache cache = new AggregateCache(2);

    @Test
    void the_one_not_used_longest_goes() {
        cache.put("payee:1", "one");
        cache.put("payee:2", "two");
        assertThat(cache.<String, String>get("payee:1")).isEqualTo("one");

        cache.put("payee:3", "three");

        assertThat(cache.containsKey("payee:1")).isTrue();
        assertThat(cache.containsKey("payee:2")).isFalse();
        assertThat(cache.containsKey("payee:3")).isTrue();
    }

    @Test
    void many_of_one_kind_do_not_drive_out_another() {
        cache.put("allocation:1", "one");
        for (int number = 0; number < 10; number++) {
            cache.put("disbursement:" + number, "payment");
        }

        assertThat(cache.containsKey("allocation:1")).isTrue();
        assertThat(cache.containsKey("disbursement:7")).isFalse();
        assertThat(cache.containsKey("disbursement:8")).isTrue();
        assertThat(cache.containsKey("disbursement:9")).isTrue();
    }
}
