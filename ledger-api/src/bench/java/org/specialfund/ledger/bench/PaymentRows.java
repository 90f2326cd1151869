package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** Rows of the event table and the command log for recorded payments, as COPY takes them. */
final class PaymentRows {

    /** What has been added and not taken away by whom it is written. */
    final StringBuilder events = new StringBuilder();

    final StringBuilder commands = new StringBuilder();

    private final Serializer serializer;
    private final String now = Instant.now().toString();
    private final int[] sequences;
    private final boolean silent;
    private long position;

    /**
     * After that position.
     *
     * @param sequences of the last event of every allocation, by its number
     * @param silent whether disbursements, which post nothing, and the command log are written too
     */
    PaymentRows(Serializer serializer, long position, int[] sequences, boolean silent) {
        this.serializer = serializer;
        this.position = position;
        this.sequences = sequences;
        this.silent = silent;
    }

    /** Of the last event. */
    long position() {
        return position;
    }

    void add(String reference, Payment payment, LocalDate date) {
        int allocation = payment.allocation();
        int fund = Preparation.fundOf(allocation);
        BigDecimal amount = payment.amount();
        MetaData metadata = MetaData.from(Items.metadata(payment.key()));
        String stream = "allocation:" + Items.allocation(allocation).toLowerCase(Locale.ROOT);
        int sequence = ++sequences[allocation];
        event(
                stream,
                sequence,
                "allocation",
                metadata,
                new FundsSpent(
                        Items.fund(fund),
                        Items.YEAR,
                        Items.allocation(allocation),
                        reference,
                        Items.payee(payment.payee()),
                        null,
                        BigDecimal.ZERO.setScale(2),
                        amount,
                        "CNY",
                        date,
                        Items.DOCUMENT,
                        null));
        if (!silent) {
            return;
        }
        String disbursement = "disbursement:" + reference.toLowerCase(Locale.ROOT);
        event(
                disbursement,
                0,
                "disbursement",
                metadata,
                new DisbursementRecorded(
                        reference,
                        Items.fund(fund),
                        Items.YEAR,
                        Items.allocation(allocation),
                        Items.payee(payment.payee()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        amount,
                        "CNY",
                        date,
                        Items.DOCUMENT,
                        null));
        String answer = "[{\"stream\":\"" + stream + "\",\"sequence\":" + sequence + "},{\"stream\":\"" + disbursement
                + "\",\"sequence\":0}]";
        commands.append(payment.key())
                .append('\t')
                .append(Items.HASH)
                .append('\t')
                .append(position)
                .append('\t');
        hex(commands, answer.getBytes(StandardCharsets.UTF_8)).append('\n');
    }

    private void event(String stream, long sequence, String aggregate, MetaData metadata, LedgerEvent event) {
        var message = new GenericDomainEventMessage<>(aggregate, stream, sequence, event, metadata);
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        events.append(++position)
                .append('\t')
                .append(new UUID(0x4000L, position))
                .append('\t');
        events.append(stream)
                .append('\t')
                .append(sequence)
                .append('\t')
                .append(aggregate)
                .append('\t')
                .append(now);
        events.append('\t').append(payload.getType().getName());
        events.append('\t').append(payload.getType().getRevision()).append('\t');
        hex(events, payload.getData()).append('\t');
        hex(events, message.serializeMetaData(serializer, byte[].class).getData())
                .append('\n');
    }

    private static StringBuilder hex(StringBuilder to, byte[] bytes) {
        return to.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    }
}
