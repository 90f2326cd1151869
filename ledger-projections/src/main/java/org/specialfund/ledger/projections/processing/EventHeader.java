package org.specialfund.ledger.projections.processing;

import java.time.Instant;

/**
 * What is known of an event even where it cannot be read.
 *
 * @param recordedAt by the database's clock
 * @param stream whose events come in order
 * @param type the stored name
 */
record EventHeader(long position, Instant recordedAt, String eventId, String stream, String type) {}
