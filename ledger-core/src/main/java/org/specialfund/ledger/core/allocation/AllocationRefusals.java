package org.specialfund.ledger.core.allocation;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What an allocation refuses. */
public final class AllocationRefusals {

    public static final RefusalCode UNKNOWN_ALLOCATION = new RefusalCode(
            "unknown-allocation", Stage.EXISTENCE, "There is no allocation {allocationNo}.", "不存在指标 {allocationNo}。");

    public static final RefusalCode ALLOCATION_EXISTS = new RefusalCode(
            "allocation-exists",
            Stage.EXISTENCE,
            "The allocation {allocationNo} exists already.",
            "指标 {allocationNo} 已存在。");

    public static final RefusalCode ALLOCATION_CLOSED = new RefusalCode(
            "allocation-closed", Stage.STATE, "The allocation {allocationNo} is closed.", "指标 {allocationNo} 已关闭。");

    public static final RefusalCode ALLOCATION_SUSPENDED = new RefusalCode(
            "allocation-suspended",
            Stage.STATE,
            "Payments of the allocation are suspended since {since}: {cause}.",
            "该指标自 {since} 起暂停拨付，原因：{cause}。");

    public static final RefusalCode EXCEEDS_AVAILABLE = new RefusalCode(
            "exceeds-available",
            Stage.AMOUNT,
            "{requested} exceeds what is available: on {firstDay} it would be {balance} (available "
                    + "to take: {available}).",
            "金额 {requested} 超过可用额度：{firstDay} 将为 {balance}（可用 {available}）。");

    public static final RefusalCode NOT_ONE_YEAR = new RefusalCode(
            "not-one-year",
            Stage.STATE,
            "A virement stays within one fund year; {allocationNo} and {toAllocationNo} are of different ones.",
            "调剂须在同一年度账内；{allocationNo} 与 {toAllocationNo} 不属于同一年度。");

    public static final RefusalCode ORIGIN_DIFFERS = new RefusalCode(
            "origin-differs",
            Stage.RULE,
            "A virement keeps the year whose budget the money came from: {allocationNo} is of "
                    + "{originYear}, {toAllocationNo} of {toOriginYear}.",
            "调剂须保持资金来源年度一致：{allocationNo} 来源于 {originYear} 年度，{toAllocationNo} 来源于 {toOriginYear} 年度。");

    public static final RefusalCode SAME_ALLOCATION =
            new RefusalCode("same-allocation", Stage.RULE, "A virement needs two allocations.", "调剂须涉及两个不同的指标。");

    public static final RefusalCode TRANCHES_DIFFER = new RefusalCode(
            "tranches-differ",
            Stage.AMOUNT,
            "The tranches together are {sum}, not what the allocation has, {allocated}.",
            "各批次合计 {sum}，与指标金额 {allocated} 不一致。");

    public static final RefusalCode TRANCHE_BELOW_TAKEN = new RefusalCode(
            "tranche-below-taken",
            Stage.AMOUNT,
            "Tranche {tranche} of {requested} is below what was taken of it, {taken}.",
            "第 {tranche} 批金额 {requested} 低于已使用 {taken}。");

    public static final RefusalCode UNKNOWN_TRANCHE = new RefusalCode(
            "unknown-tranche", Stage.EXISTENCE, "The allocation has no tranche {tranche}.", "该指标没有第 {tranche} 批。");

    public static final RefusalCode TRANCHE_NEEDED = new RefusalCode(
            "tranche-needed",
            Stage.RULE,
            "The allocation pays by tranches: the payment must name one.",
            "该指标分批拨付，须指明批次。");

    public static final RefusalCode TRANCHE_CONFIRMED = new RefusalCode(
            "tranche-confirmed",
            Stage.STATE,
            "The condition of tranche {tranche} is confirmed already.",
            "第 {tranche} 批的条件已确认。");

    public static final RefusalCode TRANCHE_NOT_CONFIRMED = new RefusalCode(
            "tranche-not-confirmed",
            Stage.RULE,
            "The condition of tranche {tranche} is not confirmed.",
            "第 {tranche} 批的条件尚未确认。");

    public static final RefusalCode EARLIER_TRANCHE_UNPAID = new RefusalCode(
            "earlier-tranche-unpaid",
            Stage.RULE,
            "Tranche {tranche} waits until {earlier} is paid.",
            "第 {tranche} 批须待第 {earlier} 批付清后拨付。");

    public static final RefusalCode EXCEEDS_TRANCHE = new RefusalCode(
            "exceeds-tranche",
            Stage.AMOUNT,
            "{requested} exceeds what is left of tranche {tranche}: {left}.",
            "金额 {requested} 超过第 {tranche} 批剩余 {left}。");

    public static final RefusalCode ALLOCATION_NOT_EMPTY = new RefusalCode(
            "allocation-not-empty",
            Stage.AMOUNT,
            "The allocation still has {available} available and {held} held.",
            "该指标仍有可用 {available}、在途 {held}。");

    private AllocationRefusals() {}
}
