package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;

/**
 * What rules judge by where the fund's own rules say nothing. The fund's rules carry one figure of them, the limit for
 * approval; a payment is judged by that of the version in force on its day. Where these carry more one day, they are
 * asked here.
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
        int freshAccountDays) {

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
            10);
}
