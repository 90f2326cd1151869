package org.specialfund.ledger.core.fund.event;

import java.math.BigDecimal;

/**
 * What a supervision rule judges the fund by, where that is not what is usual.
 *
 * @param name {@code splitDays}, {@code underLimitShare}, {@code backDatedWorkingDays}, {@code dormantDays},
 *     {@code slowShare}, {@code carryOverYears}, {@code rushShare}, {@code topPayeeShare}, {@code benfordDeviation},
 *     {@code repeatDays}, {@code freshAccountDays} or {@code pipelineMonths}
 * @param value whole for days, months and years; a share is at most 1
 */
public record SupervisionThreshold(String name, BigDecimal value) {}
