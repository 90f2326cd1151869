package org.specialfund.ledger.api.projecting;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.allocation.AllocationProjection;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.BalanceProjection;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.disbursement.DisbursementProjection;
import org.specialfund.ledger.projections.disbursement.Disbursements;
import org.specialfund.ledger.projections.fund.FundProjection;
import org.specialfund.ledger.projections.fund.Funds;
import org.specialfund.ledger.projections.history.History;
import org.specialfund.ledger.projections.history.HistoryProjection;
import org.specialfund.ledger.projections.payee.PayeeProjection;
import org.specialfund.ledger.projections.payee.Payees;
import org.specialfund.ledger.projections.processing.AxonEventSource;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.Projections;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.proposal.ProposalProjection;
import org.specialfund.ledger.projections.proposal.Proposals;
import org.specialfund.ledger.projections.refusal.RefusalProjection;
import org.specialfund.ledger.projections.refusal.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the read side together: every projection, and the queries on them. */
@Configuration(proxyBeanMethods = false)
class ProjectingConfiguration {

    @Bean
    EventTable eventTable(JdbcTemplate jdbc, Serializer serializer, EventUpcaster upcasters) {
        return new EventTable(jdbc, "ledger_event", row -> decoded(row, serializer, upcasters));
    }

    @Bean(destroyMethod = "")
    Projections projections(
            DataSource dataSource,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventStore store,
            EventTable table) {
        return new Projections(
                dataSource,
                transactions,
                new AxonEventSource(store, table),
                table,
                List.of(
                        new BalanceProjection(jdbc),
                        new HistoryProjection(jdbc),
                        new RefusalProjection(jdbc),
                        new FundProjection(jdbc),
                        new AllocationProjection(jdbc),
                        new PayeeProjection(jdbc),
                        new DisbursementProjection(jdbc),
                        new ProposalProjection(jdbc)));
    }

    @Bean
    Balances balances(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Balances(dataSource, transactions);
    }

    @Bean
    History history(DataSource dataSource, PlatformTransactionManager transactions) {
        return new History(dataSource, transactions);
    }

    @Bean
    Refusals refusals(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Refusals(dataSource, transactions);
    }

    @Bean
    Funds funds(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Funds(dataSource, transactions);
    }

    @Bean
    Allocations allocations(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Allocations(dataSource, transactions);
    }

    @Bean
    Payees payees(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Payees(dataSource, transactions);
    }

    @Bean
    Disbursements disbursements(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Disbursements(dataSource, transactions);
    }

    @Bean
    Proposals proposals(DataSource dataSource, PlatformTransactionManager transactions) {
        return new Proposals(dataSource, transactions);
    }

    private static RecordedEvent decoded(EventTable.Stored row, Serializer serializer, EventUpcaster upcasters) {
        DomainEventMessage<?> message = EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(new GenericDomainEventEntry<>(
                                row.stream(),
                                row.stream(),
                                row.sequence(),
                                row.eventId(),
                                row.recordedAt(),
                                row.type(),
                                row.revision(),
                                row.payload(),
                                row.metadata())),
                        serializer,
                        upcasters)
                .next();
        return new RecordedEvent(
                row.position(),
                row.recordedAt(),
                row.eventId(),
                row.stream(),
                row.sequence(),
                row.type(),
                row.revision(),
                (LedgerEvent) message.getPayload(),
                message.getMetaData().entrySet().stream()
                        .filter(entry -> Objects.nonNull(entry.getValue()))
                        .collect(Collectors.toMap(entry -> entry.getKey(), entry -> entry.getValue()
                                .toString())));
    }
}
