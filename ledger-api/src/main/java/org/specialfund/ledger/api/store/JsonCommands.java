package org.specialfund.ledger.api.store;

import org.axonframework.serialization.SerializedType;
import org.specialfund.ledger.core.decision.CommandCodec;
import org.specialfund.ledger.core.decision.LedgerCommand;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the commands of proposals as JSON under their frozen names. Thread-safe. */
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
        Class<?> type = types.classOf(data.name());
        SerializedType known = type == null ? null : types.typeOf(type);
        // A new revision of a command brings its upcaster here, with a golden file of the old one.
        if (type == null || known == null || !known.getRevision().equals(data.revision())) {
            throw new IllegalStateException("no command is stored as " + data.name() + " " + data.revision());
        }
        return (LedgerCommand) mapper.readValue(data.payload(), type);
    }
}
