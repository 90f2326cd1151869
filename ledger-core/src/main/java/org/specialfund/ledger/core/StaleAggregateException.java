package org.specialfund.ledger.core;

/**
 * The decision rested on something that had moved on: an aggregate cached before another node changed it, or one that
 * began after the batch had named its needs. Decide once more.
 */
@SuppressWarnings("serial") // never serialized
public final class StaleAggregateException extends RuntimeException {

    StaleAggregateException(String streamId) {
        super(streamId, null, false, false);
    }
}
