package org.specialfund.ledger.api.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.core.Batch;
import org.specialfund.ledger.core.RefusedItems;
import org.specialfund.ledger.core.RefusedUnread;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * The one entry for commands, from HTTP and from imports. Every call is one transaction: when it returns, what it
 * answers is durable. Thread-safe. Not to be called within a transaction or unit of work: units do not nest.
 */
public final class CommandExecutor {

    private static final int MOST_ATTEMPTS = 12;
    private static final long LONGEST_PAUSE_MILLIS = 250;
    private static final long DEADLINE_NANOS = Duration.ofSeconds(20).toNanos();

    private static final MetaData TRIED = MetaData.with(StreamsAhead.TRIED, true);

    private static final Logger LOG = LoggerFactory.getLogger(CommandExecutor.class);

    private final CommandGateway gateway;
    private final Gathering gathering = new Gathering(this::together, this::alone);

    CommandExecutor(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Executes one command; with others that come at the same time in one transaction.
     *
     * @throws LedgerBusyException after too many conflicts, or where the database ended the transaction
     */
    public Answer execute(Item item) {
        return gathering.execute(item);
    }

    private Answer alone(Item item) {
        return this.<Answer>send(new Batch(List.of(item), false)).get(0);
    }

    /** None where they must be executed one by one, because of a failure that may be of one of them only. */
    private List<Answer> together(List<Item> items) {
        try {
            return gateway.sendAndWait(new Batch(items, false));
        } catch (RuntimeException e) {
            LOG.debug("{} commands are not recorded together", items.size(), e);
            return List.of();
        }
    }

    /**
     * Executes commands one after the other in one transaction; each sees the effect of those before it. A command that
     * was accepted before is not executed again: it gets its first answer, marked as repeated.
     *
     * @param atomic whether a refusal of one refuses all; then only the refusals are recorded
     * @return an answer for each item, in their order
     * @throws LedgerBusyException after too many conflicts, or where the database ended the transaction
     */
    public List<Answer> execute(List<Item> items, boolean atomic) {
        try {
            return send(new Batch(items, atomic));
        } catch (OnceOnly.RefusedTogether refused) {
            return recordRefusals(refused);
        }
    }

    /**
     * Records that somebody was refused before their command was read.
     *
     * @throws LedgerBusyException after too many conflicts, or where the database ended the transaction
     */
    public void record(RefusedUnread refused) {
        send(refused);
    }

    private List<Answer> recordRefusals(OnceOnly.RefusedTogether together) {
        List<Answer> answers = new ArrayList<>(together.answers);
        List<RefusedItems.Refused> refused = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < answers.size(); place++) {
            Refusal refusal = answers.get(place).outcome().refusal();
            if (refusal != null && refusal.code() != CommandRefusals.BATCH_REFUSED) {
                refused.add(new RefusedItems.Refused(together.items.get(place), refusal));
                places.add(place);
            }
        }
        List<Outcome> recorded = send(new RefusedItems(refused));
        for (int i = 0; i < recorded.size(); i++) {
            answers.set(places.get(i), new Answer(recorded.get(i), 0, false));
        }
        return answers;
    }

    private <R> List<R> send(Object message) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.sendAndWait(message, attempt == 1 ? MetaData.emptyInstance() : TRIED);
            } catch (RuntimeException e) {
                if (Conflicts.isCutOff(e)) {
                    throw new LedgerBusyException(e);
                }
                if (!Conflicts.isConflict(e)) {
                    throw e;
                }
                if (attempt == MOST_ATTEMPTS || System.nanoTime() - start > DEADLINE_NANOS) {
                    throw new LedgerBusyException(e);
                }
            }
            pause(attempt);
        }
    }

    /** A random pause, so that those who met once do not meet again. */
    private static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE_MILLIS, 2L << attempt);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, most + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerBusyException(e);
        }
    }
}
