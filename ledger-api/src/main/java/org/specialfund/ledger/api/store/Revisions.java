package org.specialfund.ledger.api.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How what was stored in an old revision is read as the newest, step by step, events and commands in proposals alike.
 * What is stored stays as it is. A step is never changed or removed: golden files of every revision prove it.
 */
final class Revisions {

    /** Old code took every amount for money of the year itself. */
    private static final Change ORIGIN_IS_YEAR = fields -> fields.set("originYear", fields.required("year"));

    /** Nobody could say which version they had seen: {@code expectedVersion} stays away. */
    private static final Change EXPECTS_NOTHING = fields -> {};

    /** Old rules said nothing on projects: what is usual holds, and no category needs more. */
    private static final Change NOTHING_ON_PROJECTS = fields -> fields.putArray("categoryRules");

    /** Old rules said nothing on supervision: what is usual holds. */
    private static final Change NOTHING_ON_SUPERVISION = fields -> fields.putArray("supervisionThresholds");

    private static final Map<SerializedType, Step> STEPS = steps(Stream.concat(
                    Stream.of(
                                    "fund-year.committed",
                                    "fund-year.released",
                                    "fund-year.reclaimed",
                                    "fund-year.entry-reversed",
                                    "allocation.issue",
                                    "fund-year.reclaim")
                            .map(name -> Step.of(name, "1", "2", ORIGIN_IS_YEAR)),
                    Stream.concat(
                            Stream.of("fund.amend-rules", "fund-year.set-plan")
                                    .map(name -> Step.of(name, "1", "2", EXPECTS_NOTHING)),
                            Stream.of(
                                    Step.of("fund.rules-set", "1", "2", NOTHING_ON_PROJECTS),
                                    Step.of("fund.establish", "1", "2", NOTHING_ON_PROJECTS),
                                    Step.of("fund.amend-rules", "2", "3", NOTHING_ON_PROJECTS),
                                    Step.of("fund.rules-set", "2", "3", NOTHING_ON_SUPERVISION),
                                    Step.of("fund.establish", "2", "3", NOTHING_ON_SUPERVISION),
                                    Step.of("fund.amend-rules", "3", "4", NOTHING_ON_SUPERVISION))))
            .toList());

    private Revisions() {}

    /** Changes the fields of a payload in place. */
    @FunctionalInterface
    private interface Change {
        void apply(ObjectNode fields);
    }

    /** From one revision to the next. */
    private record Step(SerializedType from, SerializedType to, Change change) {

        static Step of(String name, String from, String to, Change change) {
            return new Step(new SimpleSerializedType(name, from), new SimpleSerializedType(name, to), change);
        }

        JsonNode apply(JsonNode payload) {
            change.apply((ObjectNode) payload);
            return payload;
        }
    }

    /** A payload and what it is. */
    record Data(SerializedType type, JsonNode payload) {}

    /** The payload in the newest revision that there is a step to; it is changed in place. */
    static Data newest(Data stored) {
        Data data = stored;
        for (Step step = STEPS.get(data.type()); step != null; step = STEPS.get(data.type())) {
            data = new Data(step.to(), step.apply(data.payload()));
        }
        return data;
    }

    private static Map<SerializedType, Step> steps(List<Step> steps) {
        Map<SerializedType, Step> byType = new HashMap<>();
        steps.forEach(step -> byType.put(step.from(), step));
        return Map.copyOf(byType);
    }

    /** The same steps for Axon, which reads events wherever they are read. Thread-safe. */
    static final class Upcaster extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return step(event) != null;
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            IntermediateEventRepresentation upcast = event;
            for (Step step = step(upcast); step != null; step = step(upcast)) {
                upcast = upcast.upcastPayload(step.to(), JsonNode.class, Objects.requireNonNull(step)::apply);
            }
            return upcast;
        }

        private static @Nullable Step step(IntermediateEventRepresentation event) {
            SerializedType type = event.getType();
            return STEPS.get(new SimpleSerializedType(type.getName(), type.getRevision()));
        }
    }
}
