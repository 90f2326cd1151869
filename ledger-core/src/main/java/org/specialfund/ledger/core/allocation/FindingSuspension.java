package org.specialfund.ledger.core.allocation;

import java.time.LocalDate;

/**
 * What a finding does to an allocation.
 *
 * @param begins whether it stops payments, or lets them go on
 * @param day from which on
 */
public record FindingSuspension(String findingId, boolean begins, LocalDate day, String reason) {

    /** The cause; nobody else can give one like it, as a colon is in no code. */
    String cause() {
        return "finding:" + findingId;
    }
}
