package org.specialfund.ledger.projections.balance;

/**
 * The place of a posting in recorded order: pages go on after it.
 *
 * @param leg its number within the event, from 0
 */
public record PostingPlace(long position, int leg) {}
