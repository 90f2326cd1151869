package org.specialfund.ledger.api.importing.profile;

/**
 * A code of ours derived from a name in the file.
 *
 * @param name where the name comes from
 * @param prefix put before the code: the scheme of a payee; empty for none
 */
public record CodeRule(Field name, String prefix) {}
