package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.specialfund.ledger.api.importing.plan.RejectedFileException;
import org.specialfund.ledger.api.importing.plan.Table;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.ProfileReader;
import org.specialfund.ledger.api.importing.reading.Limits;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stored profiles: those that come with the application, and those that people put in their place or beside them. */
@Component
class ImportProfiles {

    /** Come with the application; {@code plain} stands for whichever of our own two layouts a file has. */
    private static final Set<String> OURS =
            Set.of("plain-allocations", "plain-disbursements", "uganda-western-region-2015");

    private static final String EITHER = "plain";
    private static final List<String> PLAIN = List.of("plain-allocations", "plain-disbursements");

    private final JdbcTemplate jdbc;
    private final ProfileReader reader = new ProfileReader();

    ImportProfiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stored profile.
     *
     * @param version 0 as it comes with the application, then counted up
     */
    record StoredProfile(String name, String yaml, int version) {}

    List<String> names() {
        TreeSet<String> names = new TreeSet<>(OURS);
        names.addAll(jdbc.queryForList("select name from import_profile", String.class));
        return List.copyOf(names);
    }

    Optional<StoredProfile> find(String name) {
        Optional<StoredProfile> stored = jdbc
                .query(
                        "select name, yaml, version from import_profile where name = ?",
                        (row, n) -> new StoredProfile(row.getString(1), row.getString(2), row.getInt(3)),
                        name)
                .stream()
                .findFirst();
        return stored.isPresent() || !OURS.contains(name)
                ? stored
                : Optional.of(new StoredProfile(name, resource(name), 0));
    }

    /** Stores a profile that was read without a problem; false where its version is another by now. */
    boolean put(String name, String yaml, int expectedVersion, String person) {
        if (expectedVersion == 0) {
            return jdbc.update("""
                            insert into import_profile (name, yaml, version, updated_by) values (?, ?, 1, ?)
                            on conflict do nothing""", name, yaml, person) == 1;
        }
        return jdbc.update("""
                        update import_profile set yaml = ?, version = version + 1, updated_by = ?,
                            updated_at = clock_timestamp()
                        where name = ? and version = ?""", yaml, person, name, expectedVersion) == 1;
    }

    /** The profile of that name for a file; empty where there is none. */
    Optional<StoredProfile> findFor(String name, Path file) throws IOException {
        if (!name.equals(EITHER)) {
            return find(name);
        }
        for (String plain : PLAIN) {
            Optional<StoredProfile> profile = find(plain);
            if (profile.isPresent() && fits(file, reader.read(profile.get().yaml()))) {
                return profile;
            }
        }
        return find(PLAIN.get(0)); // its rehearsal says which columns are missing
    }

    private static boolean fits(Path file, Profile profile) throws IOException {
        try (Table table = Table.open(file, profile, Limits.DEFAULT)) {
            return !table.header().isEmpty();
        } catch (RejectedFileException e) {
            return false;
        }
    }

    private static String resource(String name) {
        try (InputStream in = ImportProfiles.class.getResourceAsStream("/import-profiles/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the profile " + name + " is not in the application");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
