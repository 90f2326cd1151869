package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What rules judge by: what the fund's rules in force on the day say, and {@link #USUAL} where they say nothing. The
 * fund's limit for approval comes with the facts. Names and bounds are those of {@code SupervisionThreshold}.
 *
 * @param splitDays length of the window in which payments may be one that was split
 * @param underLimitShare from this share of the limit on, a payment is just under it
 * @param backDatedWorkingDays an entry may be so late
 * @param dormantDays an allocation may lie so long before anything is paid
 * @param slowShare spending may be behind the elapsed part of the year by so much
 * @param carryOverYears money may be carried over so often
 * @param rushShare the last month of a fiscal year may have so much of its payments
 * @param topPayeeShare one payee may have so much of a year's payments
 * @param benfordDeviation mean absolute deviation of first digits that still conforms
 * @param repeatDays a second payment of the same amount to the same payee is a repetition within these days
 * @param freshAccountDays a bank account is fresh for these days
 * @param pipelineMonths a project may wait so long from its application to its first allocation
 */
public record Thresholds(
        int splitDays,
        BigDecimal underLimitShare,
        int backDatedWorkingDays,
        int dormantDays,
        BigDecimal slowShare,
        int carryOverYears,
        BigDecimal rushShare,
        BigDecimal topPayeeShare,
        BigDecimal benfordDeviation,
        int repeatDays,
        int freshAccountDays,
        int pipelineMonths) {

    /** The figures of the office's supervision rules. */
    public static final Thresholds USUAL = new Thresholds(
            7,
            new BigDecimal("0.90"),
            5,
            180,
            new BigDecimal("0.15"),
            2,
            new BigDecimal("0.25"),
            new BigDecimal("0.25"),
            new BigDecimal("0.015"),
            30,
            10,
            12);

    /** The same, but for those that are named. */
    public Thresholds but(Map<String, BigDecimal> named) {
        return new Thresholds(
                whole(named, "splitDays", splitDays),
                named.getOrDefault("underLimitShare", underLimitShare),
                whole(named, "backDatedWorkingDays", backDatedWorkingDays),
                whole(named, "dormantDays", dormantDays),
                named.getOrDefault("slowShare", slowShare),
                whole(named, "carryOverYears", carryOverYears),
                named.getOrDefault("rushShare", rushShare),
                named.getOrDefault("topPayeeShare", topPayeeShare),
                named.getOrDefault("benfordDeviation", benfordDeviation),
                whole(named, "repeatDays", repeatDays),
                whole(named, "freshAccountDays", freshAccountDays),
                whole(named, "pipelineMonths", pipelineMonths));
    }

    private static int whole(Map<String, BigDecimal> named, String name, int otherwise) {
        BigDecimal value = named.get(name);
        return value == null ? otherwise : value.intValueExact();
    }
}
