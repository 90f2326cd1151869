package org.specialfund.ledger.core.shared;

/** The order in which refusals are decided: the earliest that applies is the one that is given. */
public enum Stage {
    /** The amount's own form: above zero, with no more decimals than the currency has. */
    SIGN,
    /** What the command names exists, and what it creates does not. */
    EXISTENCE,
    /** The people who stand behind the command. */
    PEOPLE,
    /** The state of what the command names. */
    STATE,
    /** Policy: dates, categories, tranches, invoices. */
    RULE,
    /** The money. */
    AMOUNT
}
