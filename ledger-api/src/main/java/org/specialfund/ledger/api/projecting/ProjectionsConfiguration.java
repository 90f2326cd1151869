package org.specialfund.ledger.api.projecting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.Registration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.specialfund.ledger.api.store.Knowledge;
import org.specialfund.ledger.core.decision.BankEntries;
import org.specialfund.ledger.core.decision.PaidEvents;
import org.specialfund.ledger.projections.allocation.AllocationProjection;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.audit.AuditProjection;
import org.specialfund.ledger.projections.audit.Audits;
import org.specialfund.ledger.projections.audit.Findings;
import org.specialfund.ledger.projections.balance.BalanceProjection;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.balance.Restatements;
import org.specialfund.ledger.projections.disbursement.DisbursementProjection;
import org.specialfund.ledger.projections.disbursement.Disbursements;
import org.specialfund.ledger.projections.fund.FundProjection;
import org.specialfund.ledger.projections.fund.Funds;
import org.specialfund.ledger.projections.history.History;
import org.specialfund.ledger.projections.history.HistoryProjection;
import org.specialfund.ledger.projections.payee.PayeeProjection;
import org.specialfund.ledger.projections.payee.Payees;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.Projections;
import org.specialfund.ledger.projections.project.ProjectProjection;
import org.specialfund.ledger.projections.project.Projects;
import org.specialfund.ledger.projections.proposal.ProposalProjection;
import org.specialfund.ledger.projections.proposal.Proposals;
import org.specialfund.ledger.projections.reconciliation.ReconciliationProjection;
import org.specialfund.ledger.projections.reconciliation.Reconciliations;
import org.specialfund.ledger.projections.refusal.RefusalProjection;
import org.specialfund.ledger.projections.refusal.Refusals;
import org.specialfund.ledger.projections.replay.Replay;
import org.specialfund.ledger.projections.supervision.RedFlagRegister;
import org.specialfund.ledger.projections.supervision.SupervisionProjection;
import org.specialfund.ledger.projections.view.Ageing;
import org.specialfund.ledger.projections.view.Concentrations;
import org.specialfund.ledger.projections.view.Ladders;
import org.specialfund.ledger.projections.view.MissingSteps;
import org.specialfund.ledger.projections.view.PeriodReports;
import org.specialfund.ledger.projections.view.PersonActs;
import org.specialfund.ledger.projections.view.PublicLists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the read side together. A projection is run by being a bean; its queries are one too. */
@Configuration(proxyBeanMethods = false)
@Import({
    BalanceProjection.class,
    Balances.class,
    Restatements.class,
    HistoryProjection.class,
    History.class,
    RefusalProjection.class,
    Refusals.class,
    FundProjection.class,
    Funds.class,
    AllocationProjection.class,
    Allocations.class,
    PayeeProjection.class,
    Payees.class,
    ProjectProjection.class,
    Projects.class,
    DisbursementProjection.class,
    Disbursements.class,
    ReconciliationProjection.class,
    Reconciliations.class,
    ProposalProjection.class,
    Proposals.class,
    SupervisionProjection.class,
    RedFlagRegister.class,
    AuditProjection.class,
    Audits.class,
    Findings.class,
    Ladders.class,
    Ageing.class,
    Concentrations.class,
    PersonActs.class,
    MissingSteps.class,
    PeriodReports.class,
    PublicLists.class
})
public class ProjectionsConfiguration {

    @Bean
    EventTable eventTable(
            JdbcTemplate jdbc,
            EventStore store,
            Serializer serializer,
            org.axonframework.config.Configuration configuration) {
        StoredEvents stored = new StoredEvents(serializer, configuration.upcasterChain());
        EventTable table = new EventTable(jdbc, "ledger_event", stored::decode);
        Registration unused = store.subscribe(events -> {
            if (CurrentUnitOfWork.isStarted()) {
                CurrentUnitOfWork.get().root().afterCommit(unit -> table.appended());
            }
        });
        return table;
    }

    @Bean
    PaidEvents paidEvents(ObjectProvider<EventTable> table, Knowledge knowledge) {
        return new PaidStreams(table, knowledge);
    }

    @Bean
    BankEntries bankEntries(ObjectProvider<EventTable> table, ObjectProvider<Reconciliations> index) {
        return new IndexedBankEntries(table, index);
    }

    @Bean
    Replay replay(EventTable table) {
        return new Replay(table);
    }

    @Bean(destroyMethod = "") // closed by its lifecycle, before the data source
    Projections projections(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventTable table,
            ObjectProvider<Projection> projections) {
        return new Projections(
                dataSource, transactions, table, projections.orderedStream().toList());
    }

    @Bean
    SmartLifecycle projectionsLifecycle(Projections projections) {
        return new ProjectionsLifecycle(projections);
    }

    /** Down while any projection stands still: a total that is silently old is worse than one that is missing. */
    @Bean
    HealthIndicator projectionsHealthIndicator(Projections projections) {
        return () -> {
            List<String> standing = projections.standing();
            return standing.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetail("standing", standing).build();
        };
    }

    /** For Prometheus: how far each is behind, and whether it stands still. */
    @Bean
    MeterBinder projectionMeters(Projections projections) {
        return registry -> projections.names().forEach(name -> {
            Gauge.builder("ledger.projection.lag", projections, all -> all.lag(name))
                    .description("Positions that a projection is behind")
                    .tag("projection", name)
                    .register(registry);
            Gauge.builder(
                            "ledger.projection.standing",
                            projections,
                            all -> all.standing().contains(name) ? 1 : 0)
                    .description("1 while a projection stands still at an event")
                    .tag("projection", name)
                    .register(registry);
        });
    }
}
