package org.specialfund.ledger.projections.supervision;

/**
 * How often a rule hit, so that a noisy one shows.
 *
 * @param raised all flags that it ever raised
 * @param dismissed those of them that were dismissed
 * @param converted those of them that became findings
 * @param confirmed those of the converted whose finding a second person confirmed, and nobody withdrew since
 */
public record RuleCount(String rule, int version, long raised, long dismissed, long converted, long confirmed) {}
