package org.specialfund.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event ever stored can be read, and what is stored now is stored in the same bytes tomorrow. A missing golden
 * file is made by {@code -Dgolden.create=true}; an existing one is never written over.
 */
class GoldenEventsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/events");

    private final LedgerSerializer serializer = new LedgerSerializer(StoredTypes.ofLedger());

    @BeforeAll
    static void createMissing() throws IOException {
        if (!Boolean.getBoolean("golden.create")) {
            return;
        }
        Files.createDirectories(FOLDER);
        LedgerSerializer serializer = new LedgerSerializer(StoredTypes.ofLedger());
        for (Class<? extends LedgerEvent> event : LedgerCore.events()) {
            if (!Files.exists(file(event))) {
                byte[] bytes = serializer
                        .serialize(Samples.of(event, true), byte[].class)
                        .getData();
                Files.write(file(event), bytes, StandardOpenOption.CREATE_NEW);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> every_event_is_written_and_read_in_the_same_bytes() {
        return LedgerCore.events().stream()
                .map(event -> DynamicTest.dynamicTest(name(event), () -> {
                    byte[] golden = Files.readAllBytes(file(event));
                    EventType type = event.getAnnotation(EventType.class);

                    Object read = serializer.deserialize(
                            new SimpleSerializedObject<>(golden, byte[].class, type.value(), type.revision()));
                    SerializedObject<byte[]> written = serializer.serialize(read, byte[].class);

                    assertThat(read).isInstanceOf(event);
                    assertThat(new String(written.getData(), StandardCharsets.UTF_8))
                            .isEqualTo(new String(golden, StandardCharsets.UTF_8));
                    assertThat(written.getType().getName()).isEqualTo(type.value());
                    assertThat(written.getType().getRevision()).isEqualTo(type.revision());
                    assertThat(fields(golden))
                            .as("the golden file shows every field")
                            .containsExactly(Arrays.stream(event.getRecordComponents())
                                    .map(RecordComponent::getName)
                                    .toArray(String[]::new));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_event_is_the_same_after_storing_without_what_may_be_absent() {
        return LedgerCore.events().stream()
                .map(event -> DynamicTest.dynamicTest(name(event), () -> {
                    LedgerEvent sample = Samples.of(event, false);
                    SerializedObject<byte[]> written = serializer.serialize(sample, byte[].class);

                    assertThat(new String(written.getData(), StandardCharsets.UTF_8))
                            .doesNotContain("null");
                    assertThat((Object) serializer.deserialize(written)).isEqualTo(sample);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_golden_file_of_any_revision_is_still_read() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String[] words = file.getFileName().toString().split("\\.");
                    GenericDomainEventEntry<byte[]> stored = new GenericDomainEventEntry<>(
                            words[0],
                            words[0] + ":1",
                            0,
                            "00000000-0000-0000-0000-000000000000",
                            Instant.EPOCH,
                            words[0] + "." + words[1],
                            words[2],
                            Files.readAllBytes(file),
                            "{}".getBytes(StandardCharsets.UTF_8));

                    Object read = EventStreamUtils.upcastAndDeserializeDomainEvents(
                                    Stream.of(stored), serializer, StoreConfiguration.upcasters())
                            .next()
                            .getPayload();

                    assertThat(read).isInstanceOf(LedgerEvent.class);
                    assertThat(read.getClass().getAnnotation(EventType.class).value())
                            .isEqualTo(words[0] + "." + words[1]);
                }));
    }

    @Test
    void every_event_has_a_name_of_its_own() {
        Set<String> names = new HashSet<>();
        for (Class<? extends LedgerEvent> event : LedgerCore.events()) {
            String name = event.getAnnotation(EventType.class).value();
            assertThat(name).matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
            assertThat(names.add(name)).as(name).isTrue();
        }
    }

    @Test
    void an_unknown_field_or_name_is_an_error() {
        assertThatThrownBy(() -> read("fund.year-added", "{\"fundCode\":\"F\",\"year\":2026,\"colour\":\"red\"}"))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("fund.year-added", "{\"fundCode\":\"F\"}"))
                .as("a number that is missing is not zero")
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("fund.never-heard-of", "{}"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("fund.never-heard-of");
        assertThatThrownBy(() -> read("java.net.URL", "\"http://localhost\""))
                .isInstanceOf(SerializationException.class);
    }

    private Object read(String type, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, type, "1"));
    }

    private static List<String> fields(byte[] json) {
        JsonNode tree = JsonMapper.shared().readTree(json);
        return List.copyOf(tree.propertyNames());
    }

    private static String name(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        return type.value() + "." + type.revision();
    }

    private static Path file(Class<?> event) {
        return FOLDER.resolve(name(event) + ".json");
    }
}
