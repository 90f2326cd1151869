package org.specialfund.ledger.projections.view;

/** An answer and the position that it rests on: what all tables that were read have reached, or less where asked for. */
public record Answered<T>(T answer, long position) {}
