package org.specialfund.ledger.core.payee;

import java.util.List;
import java.util.function.Function;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.payee.command.BarPayee;
import org.specialfund.ledger.core.payee.command.ProposeAccount;
import org.specialfund.ledger.core.payee.command.RecordQualification;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.payee.command.UnbarPayee;
import org.specialfund.ledger.core.payee.command.VerifyAccount;
import org.specialfund.ledger.core.payee.event.PayeeEvent;

/** How commands reach a payee. */
public final class Payees {

    /** What payees bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            PayeeEvent.class,
            List.of(Payee.TYPE),
            List.of(PayeeFacts.GATE),
            List.of(
                    handler(RegisterPayee.class, RegisterPayee::payee, (c, actor, payee) -> payee.register(c)),
                    handler(
                            ProposeAccount.class,
                            ProposeAccount::payee,
                            (c, actor, payee) -> payee.proposeAccount(c, actor)),
                    handler(
                            VerifyAccount.class,
                            VerifyAccount::payee,
                            (c, actor, payee) -> payee.verifyAccount(c, actor)),
                    handler(
                            RecordQualification.class,
                            RecordQualification::payee,
                            (c, actor, payee) -> payee.recordQualification(c)),
                    handler(BarPayee.class, BarPayee::payee, (c, actor, payee) -> payee.bar(c)),
                    handler(UnbarPayee.class, UnbarPayee::payee, (c, actor, payee) -> payee.unbar(c))),
            PayeeRefusals.class);

    private Payees() {}

    private static <C extends LedgerCommand> Handler<C> handler(
            Class<C> command, Function<C, String> payee, Decides<C> decides) {
        return Handler.of(
                command,
                (c, lookup, needs) ->
                        needs.changes(PayeeFacts.GATE.key(payee.apply(c))).decides(Payee.TYPE.key(payee.apply(c))),
                (c, work) -> List.of(work.on(
                        Payee.TYPE.key(payee.apply(c)),
                        aggregate -> decides.decide(c, work.people().actor().id(), aggregate))));
    }

    @FunctionalInterface
    private interface Decides<C> {
        List<PayeeEvent> decide(C command, String actor, Payee payee);
    }
}
