package org.specialfund.ledger.core;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;
import org.specialfund.ledger.core.shared.Refusal;

/** What is recorded of a refusal, and how. */
final class RefusalRecords {

    /** Fields that say what a command was about. Free text stays out: it might name a person. */
    private static final Set<String> SUBJECT = Set.of(
            "fundCode",
            "year",
            "toYear",
            "allocationNo",
            "toAllocationNo",
            "reference",
            "payee",
            "recipient",
            "applicant",
            "projectNo",
            "objectionId",
            "invoiceNo",
            "documentSha256",
            "amount",
            "effectiveDate",
            "paidOn",
            "bankReference",
            "month",
            "proposalId",
            "cause",
            "entry",
            "recoveryId",
            "rule",
            "version",
            "subject",
            "auditNo",
            "sampleId",
            "evidenceId",
            "findingId");

    private RefusalRecords() {}

    static RefusalRecorded event(Refusal refusal, Item item) {
        return new RefusalRecorded(
                commandName(item.command()), refusal.code().code(), refusal.figures(), subject(item.command()));
    }

    static RefusalRecorded event(RefusedUnread refused) {
        Refusal refusal = refused.refusal();
        return new RefusalRecorded(refused.command(), refusal.code().code(), refusal.figures(), refused.subject());
    }

    /** The identity of a refusal that is recorded once; null, as the key is, where every one is recorded. */
    static @Nullable String identity(Refusal refusal, @Nullable String refusalKey) {
        return refusalKey == null
                ? null
                : UUID.nameUUIDFromBytes((refusalKey + "|" + refusal.code().code()).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    /** Records an event without an aggregate; nothing where one of that identity is recorded already. */
    static List<EventRef> publish(
            RefusalRecorded event, MetaData metadata, @Nullable String identity, EventStore eventStore) {
        if (identity != null && eventStore.lastSequenceNumberFor(identity).isPresent()) {
            return List.of();
        }
        GenericEventMessage<?> message = new GenericEventMessage<>(event, metadata);
        GenericEventMessage<?> identified = identity == null
                ? message
                : new GenericEventMessage<>(
                        identity, message.getPayload(), message.getMetaData(), message.getTimestamp());
        eventStore.publish(identified);
        return List.of(new EventRef(identified.getIdentifier(), 0));
    }

    private static String commandName(LedgerCommand command) {
        EventType type = command.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(command.getClass() + " has no stored name");
        }
        return type.value();
    }

    /** Of a proposal, what the proposed command is about, too. */
    private static Map<String, String> subject(LedgerCommand command) {
        Map<String, String> subject =
                command instanceof ProposeCommand c ? new TreeMap<>(subject(c.command())) : new TreeMap<>();
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            if (SUBJECT.contains(component.getName())) {
                Object value = value(component, command);
                if (value instanceof BigDecimal amount) {
                    subject.put(component.getName(), amount.toPlainString());
                } else if (value instanceof String || value instanceof Integer || value instanceof LocalDate) {
                    subject.put(component.getName(), value.toString());
                }
            }
        }
        return subject;
    }

    private static @Nullable Object value(RecordComponent component, LedgerCommand command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
