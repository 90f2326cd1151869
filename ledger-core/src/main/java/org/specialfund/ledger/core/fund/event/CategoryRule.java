package org.specialfund.ledger.core.fund.event;

import java.util.List;

/**
 * What the projects of a use category need beyond what all need.
 *
 * @param requires {@code qualification}: approval needs the applicant's valid qualification; {@code acceptance},
 *     {@code security-evidence}: the last tranche of an allocation waits for it
 */
public record CategoryRule(String category, List<String> requires) {

    /** Copies the words. */
    public CategoryRule {
        requires = requires == null ? List.of() : List.copyOf(requires);
    }
}
