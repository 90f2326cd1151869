package org.specialfund.ledger.core.violations.bare;

/** In a package without a package-info. */
final class Bare {}
