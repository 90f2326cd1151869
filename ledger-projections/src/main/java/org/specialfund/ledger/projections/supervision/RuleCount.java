package org.specialfund.ledger.projections.supervision;

/**
 * How often a rule hit, so that a noisy one shows.
 *
 * @param raised all flags that it ever raised
 * @param dismissed those of them that were dismissed
 * @param confirmed those of them that became findings
 */
public record RuleCount(String rule, int version, long raised, long dismissed, long confirmed) {}
