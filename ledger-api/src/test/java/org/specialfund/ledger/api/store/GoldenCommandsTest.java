package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.decision.CommandCodec.Encoded;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.fundyear.command.ReclaimUnallocated;
import org.specialfund.ledger.core.posting.EventType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command that ever waited in a proposal can be read, and is written in the same bytes tomorrow. A missing golden
 * file is made by {@code -Dgolden.create=true}; an existing one is never written over.
 */
class GoldenCommandsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/commands");

    private final JsonCommands codec = new JsonCommands(StoredTypes.ofLedger());

    @BeforeAll
    static void createMissing() throws IOException {
        if (!Boolean.getBoolean("golden.create")) {
            return;
        }
        Files.createDirectories(FOLDER);
        JsonCommands codec = new JsonCommands(StoredTypes.ofLedger());
        for (LedgerCommand command : kept()) {
            if (!Files.exists(file(command))) {
                Files.writeString(file(command), codec.encode(command).payload(), StandardOpenOption.CREATE_NEW);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> every_command_is_written_and_read_in_the_same_bytes() {
        return kept().stream()
                .map(command -> DynamicTest.dynamicTest(name(command), () -> {
                    String golden = Files.readString(file(command));
                    EventType type = type(command);

                    LedgerCommand read = codec.decode(new Encoded(type.value(), type.revision(), golden));

                    assertThat(read).isInstanceOf(command.getClass());
                    assertThat(codec.encode(read)).isEqualTo(new Encoded(type.value(), type.revision(), golden));
                    assertThat(JsonMapper.shared().readTree(golden).propertyNames())
                            .as("the golden file shows every field")
                            .containsExactly(Arrays.stream(command.getClass().getRecordComponents())
                                    .map(RecordComponent::getName)
                                    .toArray(String[]::new));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_golden_file_of_any_revision_is_still_read() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String[] words = file.getFileName().toString().split("\\.");

                    LedgerCommand read =
                            codec.decode(new Encoded(words[0] + "." + words[1], words[2], Files.readString(file)));

                    assertThat(type(read).value()).isEqualTo(words[0] + "." + words[1]);
                }));
    }

    @Test
    void a_command_from_before_origin_years_takes_money_of_the_year_itself() throws IOException {
        String issue = Files.readString(FOLDER.resolve("allocation.issue.1.json"));
        String reclaim = Files.readString(FOLDER.resolve("fund-year.reclaim.1.json"));

        assertThat(((IssueAllocation) codec.decode(new Encoded("allocation.issue", "1", issue))).originYear())
                .isEqualTo(2026);
        assertThat(((ReclaimUnallocated) codec.decode(new Encoded("fund-year.reclaim", "1", reclaim))).originYear())
                .isEqualTo(2026);
    }

    @Test
    void a_revision_or_name_that_never_was_is_an_error() throws IOException {
        String issue = Files.readString(FOLDER.resolve("allocation.issue.1.json"));

        assertThatThrownBy(() -> codec.decode(new Encoded("allocation.issue", "3", issue)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allocation.issue 3");
        assertThatThrownBy(() -> codec.decode(new Encoded("allocation.never", "1", issue)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** A sample of every command that waits for a second person. */
    private static List<LedgerCommand> kept() {
        return SampleCommands.all().stream()
                .filter(command -> command.duty().needsTwo())
                .toList();
    }

    private static EventType type(LedgerCommand command) {
        return command.getClass().getAnnotation(EventType.class);
    }

    private static String name(LedgerCommand command) {
        return type(command).value() + "." + type(command).revision();
    }

    private static Path file(LedgerCommand command) {
        return FOLDER.resolve(name(command) + ".json");
    }
}
