package org.specialfund.ledger.core.redflag;

import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** What a red flag refuses. */
public final class RedFlagRefusals {

    public static final RefusalCode UNKNOWN_RED_FLAG = new RefusalCode(
            "unknown-red-flag",
            Stage.EXISTENCE,
            "The rule {rule} raised no red flag on {subject}.",
            "规则 {rule} 未对 {subject} 提出疑点。");

    public static final RefusalCode RED_FLAG_EXISTS = new RefusalCode(
            "red-flag-exists",
            Stage.EXISTENCE,
            "The rule {rule} raised its red flag on {subject} before.",
            "规则 {rule} 已对 {subject} 提出过疑点。");

    public static final RefusalCode ACTED_IN_IT = new RefusalCode(
            "acted-in-it",
            Stage.PEOPLE,
            "Who acted in {entry}, on which the red flag rests, does not dismiss it.",
            "疑点所依据的 {entry} 由当前操作人参与办理，不得由其排除疑点。");

    public static final RefusalCode RED_FLAG_NOT_OPEN = new RefusalCode(
            "red-flag-not-open",
            Stage.STATE,
            "The red flag of the rule {rule} on {subject} is {state}.",
            "规则 {rule} 对 {subject} 提出的疑点当前状态为 {state}。");

    private RedFlagRefusals() {}
}
