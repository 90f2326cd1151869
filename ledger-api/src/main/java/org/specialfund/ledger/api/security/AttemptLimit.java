package org.specialfund.ledger.api.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;

/**
 * Slows down who guesses passwords: so many failures of one name, and of one address, in a while. An attempt counts
 * before it is decided, so that a hundred at once are no way round. Remembers a bounded number of names and addresses;
 * whoever would push one out by inventing names meets the limit of the address first. Thread-safe.
 */
final class AttemptLimit {

    static final int FAILURES_A_NAME = 10;
    static final int FAILURES_AN_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int REMEMBERED = 20_000;

    private record Window(long end, int attempts) {}

    private final InstantSource clock;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    AttemptLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts an attempt; throws a problem (429) where there were too many. */
    synchronized void begin(String name, String address) {
        long now = clock.millis();
        refuseOver(nameKey(name), FAILURES_A_NAME, now);
        refuseOver(addressKey(address), FAILURES_AN_ADDRESS, now);
        count(nameKey(name), now);
        count(addressKey(address), now);
    }

    /** The attempt was right: forgets the name's failures, and this attempt of the address. */
    synchronized void succeeded(String name, String address) {
        windows.remove(nameKey(name));
        windows.computeIfPresent(
                addressKey(address),
                (key, window) -> window.attempts == 1 ? null : new Window(window.end, window.attempts - 1));
    }

    synchronized int remembered() {
        return windows.size();
    }

    private void refuseOver(String key, int most, long now) {
        Window window = windows.get(key);
        if (window != null && window.end > now && window.attempts >= most) {
            long seconds = (window.end - now + 999) / 1000;
            throw new ProblemException(Problem.of(ProblemCode.TOO_MANY_ATTEMPTS).with("seconds", seconds));
        }
    }

    private void count(String key, long now) {
        Window window = windows.get(key);
        if (window != null && window.end > now) {
            windows.put(key, new Window(window.end, window.attempts + 1));
            return;
        }
        windows.remove(key); // the new window goes to the end: the map is in the order of ends
        Iterator<Window> oldest = windows.values().iterator();
        while (oldest.hasNext()) {
            if (oldest.next().end > now && windows.size() < REMEMBERED) {
                break;
            }
            oldest.remove();
        }
        windows.put(key, new Window(now + WINDOW.toMillis(), 1));
    }

    private static String nameKey(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return "n" + (folded.length() <= 64 ? folded : folded.substring(0, 64));
    }

    private static String addressKey(String address) {
        return "a" + address;
    }
}
