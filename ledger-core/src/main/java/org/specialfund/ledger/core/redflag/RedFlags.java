package org.specialfund.ledger.core.redflag;

import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.core.audit.Findings;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.redflag.command.ConvertRedFlag;
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
                                            entry -> work.lookup().people(EventRef.of(entry)))))),
                    Handler.of(ConvertRedFlag.class, RedFlags::needs, RedFlags::convert)),
            RedFlagRefusals.class);

    private RedFlags() {}

    private static void needs(ConvertRedFlag c, Lookup lookup, Needs needs) {
        Findings.needs(c.auditNo(), c.findingId(), c.unit(), needs);
        needs.decides(RedFlag.key(c.rule(), c.version(), c.subject()));
    }

    private static List<Step> convert(ConvertRedFlag c, Work work) {
        AggregateKey<RedFlag> key = RedFlag.key(c.rule(), c.version(), c.subject());
        Step converted = work.on(key, flag -> flag.convert(c));
        List<String> entries = work.ask(key, RedFlag::entries);
        if (entries.isEmpty()) {
            return List.of(converted);
        }
        List<Step> steps = new ArrayList<>(Findings.raise(c.finding(entries), work));
        steps.add(converted);
        return steps;
    }
}
