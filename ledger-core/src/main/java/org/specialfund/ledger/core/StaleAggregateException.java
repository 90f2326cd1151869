package org.specialfund.ledger.core;

/** A refusal rested on an aggregate that another node had moved on: decide once more. */
@SuppressWarnings("serial") // never serialized
public final class StaleAggregateException extends RuntimeException {

    StaleAggregateException(String streamId) {
        super(streamId, null, false, false);
    }
}
