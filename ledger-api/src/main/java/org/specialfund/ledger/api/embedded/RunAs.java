package org.specialfund.ledger.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL's programs, which refuse to be root: an ordinary user runs them as they are, root runs them as
 * {@code nobody} by {@code setpriv} (part of every Debian). Needs no user namespace, so it works in containers too.
 */
record RunAs(List<String> prefix, boolean otherUser) {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");

    /** Where a folder above is closed to nobody, as /root is: lets it pass, and {@code access(2)} believe so. */
    private static final List<String> AS_NOBODY_PASSING = List.of(
            "setpriv",
            "--reuid=nobody",
            "--regid=65534",
            "--clear-groups",
            "--securebits=+no_setuid_fixup",
            "--inh-caps=-all,+dac_override",
            "--ambient-caps=-all,+dac_override");

    /** Finds the way to run a program of the given folder. */
    static RunAs find(Path program) throws IOException {
        if (!isRoot()) {
            return new RunAs(List.of(), false);
        }
        StringBuilder said = new StringBuilder();
        for (List<String> prefix : List.of(AS_NOBODY, AS_NOBODY_PASSING)) {
            RunAs candidate = new RunAs(prefix, true);
            Command.Result result =
                    candidate.command("test", "-x", program.toString()).run(Duration.ofSeconds(20));
            if (result.succeeded()) {
                return candidate;
            }
            said.append('\n').append(result.output());
        }
        throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and running it as nobody by setpriv "
                + "failed. Start the ledger as an ordinary user, or set spring.datasource.url." + said);
    }

    Command command(String... arguments) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(arguments));
        return new Command(line);
    }

    /** Gives the path, and with {@code deep} everything below it, to the user who runs the programs. */
    void own(Path path, boolean deep) throws IOException {
        if (!otherUser) {
            return;
        }
        UserPrincipal nobody =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try (Stream<Path> all = Files.walk(path, deep ? Integer.MAX_VALUE : 0)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                if (!Files.isSymbolicLink(each) && !Files.getOwner(each).equals(nobody)) {
                    Files.setOwner(each, nobody);
                }
            }
        }
    }

    private static boolean isRoot() {
        return !System.getProperty("os.name", "").startsWith("Windows")
                && "root".equals(System.getProperty("user.name"));
    }
}
