package org.specialfund.ledger.projections.balance;

/**
 * An answer and the position that it rests on: the one asked for, or the one that the projection has reached where
 * that is less or none was asked for.
 */
public record Known<T>(T answer, long position) {}
