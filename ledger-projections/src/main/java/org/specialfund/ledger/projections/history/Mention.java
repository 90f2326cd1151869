package org.specialfund.ledger.projections.history;

/** What events are looked up by. Stored: names are frozen. */
enum Mention {
    FUND("fund"),
    ALLOCATION("allocation"),
    REFERENCE("reference"),
    /** Who acted, confirmed or proposed. */
    PERSON("person"),
    TYPE("type"),
    CORRELATION("correlation");

    private final String word;

    Mention(String word) {
        this.word = word;
    }

    /** How that one is called in the table. */
    String of(String value) {
        return word + ":" + value;
    }
}
