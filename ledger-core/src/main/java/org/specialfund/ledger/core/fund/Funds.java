package org.specialfund.ledger.core.fund;

import java.util.List;
import java.util.function.Function;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fund.command.ResumeFund;
import org.specialfund.ledger.core.fund.command.SuspendFund;
import org.specialfund.ledger.core.fund.event.FundEvent;

/** How commands reach a fund. Amending its rules and closing it concern its years: they are decided with them. */
public final class Funds {

    /** What funds bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            FundEvent.class,
            List.of(Fund.TYPE),
            List.of(FundFacts.GATE),
            List.of(
                    handler(EstablishFund.class, EstablishFund::fundCode, (c, work, fund) -> fund.establish(c)),
                    handler(SuspendFund.class, SuspendFund::fundCode, (c, work, fund) -> fund.suspend(c)),
                    handler(ResumeFund.class, ResumeFund::fundCode, (c, work, fund) -> fund.resume(c))),
            FundRefusals.class);

    private Funds() {}

    private static <C extends LedgerCommand> Handler<C> handler(
            Class<C> command, Function<C, String> fundCode, Decides<C> decides) {
        return Handler.of(
                command,
                (c, lookup, needs) -> name(fundCode.apply(c), needs),
                (c, work) -> List.of(work.on(Fund.TYPE.key(fundCode.apply(c)), fund -> decides.decide(c, work, fund))));
    }

    private static void name(String fundCode, Needs needs) {
        needs.changes(FundFacts.GATE.key(fundCode)).decides(Fund.TYPE.key(fundCode));
    }

    @FunctionalInterface
    private interface Decides<C> {
        List<FundEvent> decide(C command, Work work, Fund fund);
    }
}
