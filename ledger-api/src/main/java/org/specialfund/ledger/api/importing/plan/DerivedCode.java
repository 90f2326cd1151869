package org.specialfund.ledger.api.importing.plan;

/**
 * A code of ours, derived from a name.
 *
 * @param rule the entry under {@code codes} in the profile
 * @param suffixed whether a suffix was needed to tell it from another name's code
 */
public record DerivedCode(String rule, String name, String code, boolean suffixed) {}
