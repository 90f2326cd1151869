package org.specialfund.ledger.api.audit;

import java.math.BigDecimal;
import java.util.List;
import org.specialfund.ledger.core.audit.Population;
import org.specialfund.ledger.core.audit.Sampling;
import org.specialfund.ledger.core.audit.event.AuditPlanned;
import org.specialfund.ledger.core.audit.event.SampleDrawn;
import org.specialfund.ledger.core.audit.event.SampledItem;
import org.specialfund.ledger.core.decision.PaidEvents;
import org.specialfund.ledger.projections.audit.AuditView;
import org.springframework.stereotype.Component;

/** Draws a sample again, from the events alone. Thread-safe. */
@Component
class Redraw {

    private final PaidEvents events;

    Redraw(PaidEvents events) {
        this.events = events;
    }

    /**
     * What came out of drawing again.
     *
     * @param equal whether population and items are the same, to the last digit
     */
    record Result(String populationSha256, int populationSize, BigDecimal populationSum, boolean equal) {}

    Result again(AuditView audit, AuditView.Sample sample) {
        Population population = Population.of(planned(audit), sample.cutOff(), events)
                .orElseThrow(() -> new IllegalStateException("a position that a sample rests on is open again"));
        SampleDrawn drawn = drawn(sample);
        boolean samePopulation = population.sha256().equals(drawn.populationSha256())
                && population.items().size() == drawn.populationSize()
                && population.sum().equals(drawn.populationSum());
        return new Result(
                population.sha256(),
                population.items().size(),
                population.sum(),
                samePopulation && Sampling.again(drawn, population).equals(drawn.items()));
    }

    private static AuditPlanned planned(AuditView audit) {
        return new AuditPlanned(
                audit.auditNo(),
                audit.title(),
                audit.kind(),
                audit.fundCodes(),
                audit.years(),
                audit.team(),
                audit.currency(),
                audit.timeZone(),
                null,
                null);
    }

    private static SampleDrawn drawn(AuditView.Sample sample) {
        List<SampledItem> items = sample.items().stream()
                .map(item -> new SampledItem(
                        item.reference(),
                        item.allocationNo(),
                        item.payee(),
                        item.kind(),
                        item.amount(),
                        item.stratum()))
                .toList();
        return new SampleDrawn(
                sample.auditNo(),
                sample.sampleId(),
                sample.method(),
                sample.seed(),
                sample.size(),
                sample.negatives(),
                sample.cutOff(),
                sample.populationSha256(),
                sample.populationSize(),
                sample.populationSum(),
                sample.currency(),
                items);
    }
}
