package org.specialfund.ledger.api.store;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.specialfund.ledger.core.decision.CommandCodec;
import org.specialfund.ledger.core.decision.LedgerCommand;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the commands of proposals as JSON under their frozen names, and reads old revisions as the newest. Thread-safe.
 */
final class JsonCommands implements CommandCodec {

    private final StoredTypes types;
    private final JsonMapper mapper = LedgerJson.mapper();

    JsonCommands(StoredTypes types) {
        this.types = types;
    }

    @Override
    public Encoded encode(LedgerCommand command) {
        SerializedType type = types.typeOf(command.getClass());
        if (type == null) {
            throw new IllegalArgumentException(command.getClass() + " has no stored name");
        }
        return new Encoded(type.getName(), type.getRevision(), mapper.writeValueAsString(command));
    }

    @Override
    public LedgerCommand decode(Encoded data) {
        Revisions.Data newest = Revisions.newest(new Revisions.Data(
                new SimpleSerializedType(data.name(), data.revision()), mapper.readTree(data.payload())));
        Class<?> type = types.classOf(data.name());
        if (type == null || !newest.type().equals(types.typeOf(type))) {
            throw new IllegalStateException("no command is stored as " + data.name() + " " + data.revision());
        }
        return (LedgerCommand) mapper.treeToValue(newest.payload(), type);
    }
}
