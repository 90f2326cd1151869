package org.specialfund.ledger.core;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.shared.Refusal;

/** The state on which a batch is decided: the ledger itself, or a rehearsal of it. */
interface Books {

    <A, R> R ask(AggregateKey<A> aggregate, Function<A, R> question);

    <F> @Nullable F fact(GateKey<F> gate);

    Lookup lookup();

    /** Records events of an item, in order, and shows their effect to the next item. */
    EventRef record(AggregateKey<?> aggregate, LedgerEvent event, Item item, @Nullable Integer rulesVersion);

    /** Records a refusal; empty where the same one was recorded before. */
    List<EventRef> record(Refusal refusal, Item item);
}
