package org.specialfund.ledger.core.allocation.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** The first event of an allocation: what never changes about it. */
public sealed interface AllocationBegun extends MoneyEvent
        permits AllocationIssued, AllocationCarriedIn, AllocationOpened {

    /** Our own unique number. */
    String allocationNo();

    /** The unit that answers for the money. */
    String recipient();

    /** Use category; null where none is named. */
    @Nullable
    String category();

    /** Line of the investment plan; null where none is named. */
    @Nullable
    String planLine();

    /** The year whose budget the money came from. */
    int originYear();

    /** The authority's own number; null where none is named. */
    @Nullable
    String indicatorNo();

    /** Project; null where none is named. */
    @Nullable
    String projectNo();

    /** 功能分类; null where unknown. */
    @Nullable
    String functionCode();

    /** 经济分类; null where unknown. */
    @Nullable
    String economicCode();

    /** 中央, 省 or 市; null where unknown. */
    @Nullable
    String sourceLevel();

    /** 用途; null where unknown. */
    @Nullable
    String purpose();
}
