package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One posting of an account: its place, its day, its amount. */
record Leg(long position, int leg, LocalDate effectiveDate, BigDecimal amount) {}
