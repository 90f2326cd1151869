package org.specialfund.ledger.api.command;

import org.jspecify.annotations.Nullable;

/** The document that a request rests on, and the SHA-256 of its file. */
public record Document(String documentRef, @Nullable String documentSha256) {}
