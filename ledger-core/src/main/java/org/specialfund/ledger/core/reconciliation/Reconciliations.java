package org.specialfund.ledger.core.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.Disbursement;
import org.specialfund.ledger.core.fund.Fund;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.reconciliation.command.CountersignReconciliation;
import org.specialfund.ledger.core.reconciliation.command.ExplainItems;
import org.specialfund.ledger.core.reconciliation.command.ReceiveStatement;
import org.specialfund.ledger.core.reconciliation.command.SignReconciliation;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationEvent;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;

/** How commands reach a month's reconciliation. The lists are made here, from the events: nothing comes from a client. */
public final class Reconciliations {

    /** What reconciliations bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            ReconciliationEvent.class,
            List.of(Reconciliation.TYPE),
            List.of(),
            List.of(
                    Handler.of(
                            ReceiveStatement.class,
                            (c, lookup, needs) -> ReconciliationTerms.name(c.fundCode(), c.year(), c.month(), needs),
                            Reconciliations::receive),
                    Handler.of(
                            ExplainItems.class,
                            (c, lookup, needs) -> ReconciliationTerms.name(c.fundCode(), c.year(), c.month(), needs),
                            Reconciliations::explain),
                    Handler.of(
                            SignReconciliation.class,
                            (c, lookup, needs) -> ReconciliationTerms.name(c.fundCode(), c.year(), c.month(), needs),
                            Reconciliations::sign),
                    Handler.of(CountersignReconciliation.class, Reconciliations::needs, Reconciliations::countersign)),
            ReconciliationRefusals.class);

    private Reconciliations() {}

    private static List<Step> receive(ReceiveStatement c, Work work) {
        ReconciliationTerms terms = ReconciliationTerms.of(work, c.fundCode(), c.year(), c.month());
        return List.of(work.on(
                terms.key(),
                month -> month.receive(c, terms, work.people().actor().id())));
    }

    private static List<Step> explain(ExplainItems c, Work work) {
        ReconciliationTerms terms = ReconciliationTerms.of(work, c.fundCode(), c.year(), c.month());
        Matching lists = lists(terms, work);
        return List.of(work.on(
                terms.key(),
                month -> month.explain(c, terms, lists, work.people().actor().id())));
    }

    private static List<Step> sign(SignReconciliation c, Work work) {
        ReconciliationTerms terms = ReconciliationTerms.of(work, c.fundCode(), c.year(), c.month());
        Matching lists = lists(terms, work);
        return List.of(work.on(
                terms.key(),
                month -> month.sign(terms, lists, work.people().actor().id())));
    }

    private static void needs(CountersignReconciliation c, Lookup lookup, Needs needs) {
        ReconciliationTerms.name(c.fundCode(), c.year(), c.month(), needs);
        // Exclusive: nobody records an entry of the fund while the month is looked at for the last time.
        needs.changes(FundFacts.GATE.key(c.fundCode())).decides(Fund.TYPE.key(c.fundCode()));
    }

    private static List<Step> countersign(CountersignReconciliation c, Work work) {
        ReconciliationTerms terms = ReconciliationTerms.of(work, c.fundCode(), c.year(), c.month());
        Matching lists = lists(terms, work);
        Step countersigned = work.on(
                terms.key(),
                month -> month.countersign(terms, lists, work.people().actor().id()));
        BigDecimal closing = work.ask(terms.key(), Reconciliation::closing);
        return List.of(
                countersigned,
                work.on(Fund.TYPE.key(c.fundCode()), fund -> fund.signMonth(terms.year(), terms.month(), closing)));
    }

    private static Matching lists(ReconciliationTerms terms, Work work) {
        List<StatementLine> lines = work.ask(terms.key(), month -> month.lines(terms));
        return Matching.of(
                lines,
                BankItems.of(
                        work.lookup()
                                .bankEntries(
                                        terms.fund().fundCode(),
                                        terms.month().atDay(1),
                                        terms.month().atEndOfMonth()),
                        stream -> work.lookup().all(Disbursement.TYPE.key(stream.substring(stream.indexOf(':') + 1)))));
    }
}
