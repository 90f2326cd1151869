package org.specialfund.ledger.api.permission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specialfund.ledger.core.shared.Role;

/** The table of roles, {@code permissions.txt}. Immutable. */
final class Permissions {

    private static final String FILE = "permissions.txt";
    private static final String ANYBODY = "anybody";
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE");

    private final Map<String, Permission> rows = new LinkedHashMap<>();
    private final Map<String, Set<Role>> words = new LinkedHashMap<>();

    private Permissions(List<String> lines) {
        lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s{2,}"))
                .forEach(this::add);
    }

    /** The table as shipped; throws {@link IllegalStateException} where it cannot be read. */
    static Permissions shipped() {
        try (InputStream in = Permissions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new Permissions(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows, in the order of the file. */
    List<Permission> rows() {
        return List.copyOf(rows.values());
    }

    /** The row of an endpoint; none where it has none. A HEAD is a GET. */
    Optional<Permission> of(String verb, String path) {
        return Optional.ofNullable(rows.get((verb.equals("HEAD") ? "GET" : verb) + " " + path));
    }

    private void add(String[] columns) {
        if (!VERBS.contains(columns[0])) {
            words.put(columns[0], columns[0].equals(ANYBODY) ? Set.of() : roles(columns[1]));
            return;
        }
        Permission row = new Permission(
                columns[0],
                columns[1],
                columns[2].equals(ANYBODY),
                roles(columns[2]),
                columns.length > 3 ? columns[3] : null);
        if (rows.put(row.endpoint(), row) != null) {
            throw new IllegalStateException("two rows for " + row.endpoint());
        }
    }

    private Set<Role> roles(String who) {
        Set<Role> named = words.get(who);
        if (named != null) {
            return named;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(who.split(" ")).map(Role::of).forEach(roles::add);
        return roles;
    }
}
