package org.specialfund.ledger.api.redflag;

import java.util.List;
import org.specialfund.ledger.core.redflag.rule.DoubleFunding;
import org.specialfund.ledger.core.redflag.rule.DuplicatePaper;
import org.specialfund.ledger.projections.supervision.PaymentFacts;

/** The rules on invoices, documents and projects that stand behind more than one payment or allocation. Stateless. */
final class PaperRules {

    private final PaymentFacts facts;

    PaperRules(PaymentFacts facts) {
        this.facts = facts;
    }

    void judge(long after, long upTo, List<Judgement> all) {
        Groups.of(facts.papers(after, upTo), use -> use.kind() + ":" + use.value())
                .forEach((paper, uses) -> judgePaper(paper, uses, all));
        Groups.of(facts.projects(after, upTo), row -> row.recipient() + "/" + row.projectNo())
                .forEach((project, rows) -> judgeProject(project, rows, all));
    }

    private static void judgePaper(String paper, List<PaymentFacts.PaperRow> uses, List<Judgement> all) {
        String kind = uses.get(0).kind();
        String value = uses.get(0).value();
        List<String> funds =
                uses.stream().map(PaymentFacts.PaperRow::fundCode).distinct().toList();
        List<DuplicatePaper.Use> judged = uses.stream().map(PaperRules::use).toList();
        all.add(Judgement.of(
                new DuplicatePaper(),
                paper,
                funds.size() == 1 && !funds.get(0).isEmpty() ? funds.get(0) : null,
                null,
                new DuplicatePaper.Facts(kind, value, judged)));
        if (kind.equals("invoice")) {
            judgeInvoice(value, uses, all);
        }
    }

    /** One payee's invoice that two funds paid. */
    private static void judgeInvoice(String value, List<PaymentFacts.PaperRow> uses, List<Judgement> all) {
        List<PaymentFacts.PaperRow> paid =
                uses.stream().filter(use -> !use.refused()).toList();
        Groups.of(paid, PaymentFacts.PaperRow::payee).forEach((payee, ofPayee) -> {
            List<DoubleFunding.Source> sources = ofPayee.stream()
                    .map(use -> new DoubleFunding.Source(use.entry(), use.fundCode()))
                    .toList();
            all.add(Judgement.of(
                    new DoubleFunding(),
                    "invoice:" + payee + "/" + value,
                    null,
                    null,
                    new DoubleFunding.Facts("invoice", payee, value, sources)));
        });
    }

    private static void judgeProject(String project, List<PaymentFacts.ProjectRow> rows, List<Judgement> all) {
        List<DoubleFunding.Source> sources = rows.stream()
                .map(row -> new DoubleFunding.Source(row.entry(), row.fundCode()))
                .toList();
        PaymentFacts.ProjectRow first = rows.get(0);
        all.add(Judgement.of(
                new DoubleFunding(),
                "project:" + project,
                null,
                null,
                new DoubleFunding.Facts("project", first.recipient(), first.projectNo(), sources)));
    }

    private static DuplicatePaper.Use use(PaymentFacts.PaperRow row) {
        return new DuplicatePaper.Use(
                row.entry(), row.reference(), row.payee(), row.fundCode(), row.allocationNo(), row.refused());
    }
}
