package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.decision.CommandCodec.Encoded;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.fundyear.command.ReclaimUnallocated;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command that ever waited in a proposal can be read, and is written in the same bytes tomorrow. A missing golden
 * file is made by {@code -Dgolden.create=true}; an existing one is never written over.
 */
class GoldenCommandsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/commands");

    private static final String CODES =
            "accountHash accountId allocationNo bankAccount bankReference cause fundCode line planLine"
                    + " projectNo proposalId reference toAllocationNo";

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
        return LedgerCore.commands().stream()
                .filter(type -> type != ProposeCommand.class)
                .map(type -> (LedgerCommand) Samples.of(type, true, values()))
                .filter(command -> command.duty().needsTwo())
                .toList();
    }

    /** What the form of a command demands. */
    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        Arrays.stream(CODES.split(" ")).forEach(code -> values.put(code, code + "-1"));
        List.of("payee", "recipient", "toPayee").forEach(payee -> values.put(payee, "CN-USCC:91320200MADEM0002T"));
        values.put("documentSha256", "0123456789abcdef".repeat(4));
        values.put("timeZone", "Asia/Shanghai");
        values.put("firstMonth", 7);
        values.put("noticeWorkingDays", 7);
        values.put("reviewsRequired", 5);
        values.put("requires", List.of("qualification", "acceptance"));
        values.put("tranche", 2);
        values.put("number", 1);
        values.put("bankLine", 3);
        values.put("originYear", 2025);
        values.put("lastFour", "1234");
        values.put("direction", "reduce");
        values.put("returnsTo", "allocation");
        values.put("surplusTo", "year");
        values.put("lateReturnsTo", "open-year");
        values.put("recoveryId", "reference-1:1");
        values.put("objectionId", "projectNo-1:1");
        values.put("applicant", "CN-USCC:91320200MADEM0002T");
        values.put("score", 85);
        values.put("person", "person-1");
        values.put("unit", "CN-USCC:91320200MADEM0002T");
        values.put("expert", "person-1");
        values.put("milestone", "milestone-1");
        values.put("calendar", "CN");
        values.put("daysOff", List.of(LocalDate.of(2026, 1, 1)));
        values.put("workingDays", List.of(LocalDate.of(2026, 1, 4)));
        values.put("CheckProject.result", "sent-back");
        values.put("entry", "allocation:a1@3");
        List.of("RaiseRedFlag", "DismissRedFlag").forEach(flag -> {
            values.put(flag + ".rule", "split");
            values.put(flag + ".version", 1);
        });
        values.put("RaiseRedFlag.entries", List.of("allocation:a1@3"));
        List.of("auditNo", "findingId", "sampleId", "evidenceId", "seed")
                .forEach(code -> values.put(code, code + "-1"));
        values.put("PlanAudit.kind", "special");
        values.put("PlanAudit.fundCodes", List.of("F1"));
        values.put("days", 3);
        values.put("dayKind", "calendar");
        values.put("method", "monetary-unit");
        values.put("DrawSample.size", 25);
        values.put("negatives", 5);
        values.put("mediaType", "application/pdf");
        values.put("sha256", "0123456789abcdef".repeat(4));
        values.put("severity", "severe");
        values.put("unit", "CN-USCC:91320200MADEM0002T");
        values.put("entries", List.of("allocation:a1@3"));
        values.put("allocationNos", List.of("A1"));
        values.put("EstablishFund.kind", "entrusted");
        values.put("month", "2026-03");
        values.put("StatementLine.line", 1);
        values.put("fileSha256", "0123456789abcdef".repeat(4));
        values.put("side", "bank");
        values.put("Explanation.reason", "bank-charge");
        values.put("RegisterPayee.kind", "organisation");
        values.put("ReturnDisbursement.kind", "bounced");
        return values;
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
