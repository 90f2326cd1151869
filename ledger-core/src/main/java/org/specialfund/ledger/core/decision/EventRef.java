package org.specialfund.ledger.core.decision;

/**
 * Names one event for ever.
 *
 * @param stream {@code allocation:a7}
 * @param sequence from 0
 */
public record EventRef(String stream, long sequence) {

    @Override
    public String toString() {
        return stream + "@" + sequence;
    }
}
