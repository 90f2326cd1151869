package org.specialfund.ledger.api.importing.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Derives codes from names so that two names never share one, whatever the case of its letters. A name keeps the code
 * under which the ledger already has it. Otherwise its code is its letters and digits, with a hash of the exact name
 * behind it where that alone would also be another name's code, in this file or in the ledger, or where letters had to
 * be dropped. The order of the names does not matter, so a file gives the same codes whenever it comes.
 */
public final class CodeDeriver {

    private static final int LONGEST = 64;
    private static final List<Integer> HASH_DIGITS = List.of(8, 16, 32);

    private final String rule;
    private final String prefix;
    private final Function<String, @Nullable String> nameInLedger;
    private final Map<String, String> taken = new HashMap<>();
    private final Map<String, DerivedCode> codes = new LinkedHashMap<>();

    private CodeDeriver(String rule, String prefix, Function<String, @Nullable String> nameInLedger) {
        this.rule = rule;
        this.prefix = prefix;
        this.nameInLedger = nameInLedger;
    }

    /**
     * The codes by name.
     *
     * @param rule the entry of the profile, for the report
     * @param prefix put before every code
     * @param nameInLedger the name under which a code, prefix included, stands in the ledger; null where it does not
     */
    public static Map<String, DerivedCode> derive(
            String rule, String prefix, Collection<String> names, Function<String, @Nullable String> nameInLedger) {
        CodeDeriver deriver = new CodeDeriver(rule, prefix, nameInLedger);
        TreeSet<String> sorted = new TreeSet<>(names);
        sorted.forEach(deriver::keepLedgers);
        Map<String, Integer> bases = new HashMap<>();
        sorted.forEach(name -> bases.merge(fold(base(name)), 1, Integer::sum));
        sorted.stream()
                .filter(name -> !deriver.codes.containsKey(name))
                .forEach(name -> deriver.choose(name, bases.getOrDefault(fold(base(name)), 0) > 1));
        return deriver.codes;
    }

    private void keepLedgers(String name) {
        for (int level = 0; level <= HASH_DIGITS.size(); level++) {
            String code = candidate(name, level);
            if (code != null && name.equals(nameInLedger.apply(prefix + code))) {
                take(name, code, level > 0);
                return;
            }
        }
    }

    private void choose(String name, boolean shared) {
        for (int level = shared ? 1 : 0; level <= HASH_DIGITS.size(); level++) {
            String code = candidate(name, level);
            if (code != null && !taken.containsKey(fold(code)) && nameInLedger.apply(prefix + code) == null) {
                take(name, code, level > 0);
                return;
            }
        }
        throw new IllegalStateException("two names with the same hash: " + name);
    }

    private void take(String name, String code, boolean suffixed) {
        taken.put(fold(code), name);
        codes.put(name, new DerivedCode(rule, name, prefix + code, suffixed));
    }

    /** The code at a level: 0 without a hash, then with ever longer ones; null where a name cannot do without. */
    private static @Nullable String candidate(String name, int level) {
        String base = base(name);
        if (level == 0) {
            return base.isEmpty() || base.length() > LONGEST || losesLetters(name) ? null : base;
        }
        String hash = sha256(name).substring(0, HASH_DIGITS.get(level - 1));
        String room = base.substring(0, Math.min(base.length(), LONGEST - hash.length() - 1));
        return room.isEmpty() ? "n-" + hash : room + "-" + hash;
    }

    private static String base(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Whether letters or digits are left out of the code: a hash must stand for them. */
    private static boolean losesLetters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .anyMatch(c -> c > 127 && Character.isLetterOrDigit(c));
    }

    private static String fold(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
