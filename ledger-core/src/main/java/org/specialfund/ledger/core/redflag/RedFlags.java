package org.specialfund.ledger.core.redflag;

import java.util.List;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.redflag.command.DismissRedFlag;
import org.specialfund.ledger.core.redflag.command.RaiseRedFlag;
import org.specialfund.ledger.core.redflag.event.RedFlagEvent;

/** How commands reach a red flag. */
public final class RedFlags {

    /** What red flags bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            RedFlagEvent.class,
            List.of(RedFlag.TYPE),
            List.of(),
            List.of(
                    Handler.of(
                            RaiseRedFlag.class,
                            (c, lookup, needs) -> needs.decides(RedFlag.key(c.rule(), c.version(), c.subject())),
                            (c, work) -> List.of(
                                    work.on(RedFlag.key(c.rule(), c.version(), c.subject()), flag -> flag.raise(c)))),
                    Handler.of(
                            DismissRedFlag.class,
                            (c, lookup, needs) -> needs.decides(RedFlag.key(c.rule(), c.version(), c.subject())),
                            (c, work) -> List.of(work.on(
                                    RedFlag.key(c.rule(), c.version(), c.subject()),
                                    flag -> flag.dismiss(
                                            c,
                                            work.people().actor().id(),
                                            entry -> work.lookup().people(EventRef.of(entry))))))),
            RedFlagRefusals.class);

    private RedFlags() {}
}
