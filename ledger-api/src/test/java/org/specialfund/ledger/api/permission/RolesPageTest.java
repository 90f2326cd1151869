package org.specialfund.ledger.api.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.store.SampleCommands;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** The table of roles says the same as the commands, and its page is up to date. */
class RolesPageTest {

    private static final Path PAGE = Path.of("docs", "roles.md");
    private static final Map<String, Duty> DUTIES =
            SampleCommands.all().stream().collect(Collectors.toMap(RolesPageTest::name, LedgerCommand::duty));

    private final Permissions table = Permissions.shipped();

    @Test
    void whoMayGiveACommandMayCallItsEndpoint() {
        assertThat(table.rows()).allSatisfy(row -> {
            if (row.command() != null) {
                assertThat(DUTIES).as(row.endpoint()).containsKey(row.command());
                assertThat(row.roles())
                        .as(row.endpoint())
                        .isEqualTo(DUTIES.get(row.command()).first());
            }
        });
    }

    /** {@code -Droles.rewrite=true} writes it. */
    @Test
    void thePageIsUpToDate() throws IOException {
        if (Boolean.getBoolean("roles.rewrite")) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as("write it anew with -Dtest=RolesPageTest -Droles.rewrite=true")
                .hasContent(page());
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Who may call what

                The table of roles, which is asked before anything else of a request is looked at. Where a command needs a second
                person, the last column says who confirms it; the two are never the same person. A unit sees and does what is its
                own only. Whoever tries a command without the role is refused and recorded, see `GET /api/v1/refusals`; other
                attempts without the role are in the log only. Written from the code by `RolesPageTest`;
                `EveryRoleEveryEndpointTest` calls each endpoint as each role.

                | endpoint | who | command | confirmed by |
                |---|---|---|---|
                """);
        for (Permission row : table.rows()) {
            Duty duty = row.command() == null ? null : DUTIES.get(row.command());
            page.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            row.endpoint().replace("|", "\\|"),
                            row.open() ? "anybody, without signing in" : words(row.roles()),
                            row.command() == null ? "" : "`" + row.command() + "`",
                            duty == null ? "" : words(duty.second())));
        }
        return page.toString();
    }

    private static String words(Set<Role> roles) {
        if (roles.size() == Role.values().length) {
            return "everybody";
        }
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }

    private static String name(LedgerCommand command) {
        return command.getClass().getAnnotation(EventType.class).value();
    }
}
