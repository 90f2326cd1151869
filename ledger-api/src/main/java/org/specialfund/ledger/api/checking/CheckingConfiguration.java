package org.specialfund.ledger.api.checking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.specialfund.ledger.projections.check.BalanceCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the check together, with its alarm. */
@Configuration(proxyBeanMethods = false)
@Import(BalanceCheck.class)
class CheckingConfiguration {

    /** For Prometheus: an alarm where rows differ, or where no check has come to its end for long. */
    @Bean
    MeterBinder balanceCheckMeters(CheckStore store, Clock clock) {
        return registry -> {
            Gauge.builder("ledger.balance.check.differences", store, all -> all.lastEnded()
                            .map(CheckView::differences)
                            .map(Long::doubleValue)
                            .orElse(Double.NaN))
                    .description("Rows of balances that differed from the events in the last check")
                    .register(registry);
            Gauge.builder("ledger.balance.check.age", store, all -> all.age(clock.instant())
                            .map(Duration::toSeconds)
                            .map(Long::doubleValue)
                            .orElse(Double.NaN))
                    .description("Time since the last check of balances")
                    .baseUnit("seconds")
                    .register(registry);
        };
    }
}
