package org.specialfund.ledger.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** The metadata of an item's events, as {@code events.md} lists them. Absent where null. */
final class ItemMetadata {

    private ItemMetadata() {}

    static MetaData of(Item item, @Nullable Integer rulesVersion) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("actor", item.people().actor().id());
        metadata.put("role", item.command().duty().roleOf(item.people()).word());
        putId(metadata, "proposedBy", item.people().proposedBy());
        putId(metadata, "confirmedBy", item.people().confirmedBy());
        metadata.put("commandId", item.commandId());
        put(metadata, "requestHash", item.requestHash());
        metadata.put("correlationId", item.correlationId());
        put(metadata, "causationId", item.causationId());
        put(metadata, "rulesVersion", rulesVersion);
        return MetaData.from(metadata);
    }

    /** Of what was not read there is no command id. Since none of the person's roles would do, all are named. */
    static MetaData of(RefusedUnread refused) {
        String roles =
                refused.person().roles().stream().sorted().map(Role::word).collect(Collectors.joining(", "));
        return MetaData.with("actor", refused.person().id())
                .and("role", roles)
                .and("correlationId", refused.correlationId());
    }

    /** The ids of the people whom metadata name. */
    static Set<String> people(MetaData metadata) {
        return Stream.of("actor", "proposedBy", "confirmedBy")
                .filter(metadata::containsKey)
                .map(name -> String.valueOf(metadata.get(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void putId(Map<String, Object> metadata, String name, @Nullable Person person) {
        put(metadata, name, person == null ? null : person.id());
    }

    private static void put(Map<String, Object> metadata, String name, @Nullable Object value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }
}
