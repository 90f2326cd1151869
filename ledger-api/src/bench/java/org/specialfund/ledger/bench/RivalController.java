package org.specialfund.ledger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rival's function behind the same filters, security, JSON and idempotency key as our own controllers. */
@RestController
class RivalController implements DisposableBean {

    /** The body of a payment: what ours takes. */
    record Body(
            String reference,
            String allocationNo,
            String payee,
            BigDecimal amount,
            LocalDate effectiveDate,
            String documentRef) {}

    /** What is answered. */
    record Done(long disbursement) {}

    private final HikariDataSource dataSource;

    RivalController(@Value("${bench.rival}") String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        // As many as the ledger has.
        config.setMaximumPoolSize(24);
        this.dataSource = new HikariDataSource(config);
    }

    // Paths without variables, as the ledger's: they are found without a look at all others.

    /** Pays. */
    @PostMapping("/api/rival/plain")
    @ResponseStatus(HttpStatus.CREATED)
    Done plain(@RequestBody Body body, Person person, WriteRequest request) throws SQLException {
        return pay(Rival.DISBURSE, body, request);
    }

    /** Pays behind an advisory lock. */
    @PostMapping("/api/rival/queued")
    @ResponseStatus(HttpStatus.CREATED)
    Done queued(@RequestBody Body body, Person person, WriteRequest request) throws SQLException {
        return pay(Rival.DISBURSE_QUEUED, body, request);
    }

    private Done pay(String sql, Body body, WriteRequest request) throws SQLException {
        int allocation = Integer.parseInt(
                body.allocationNo().substring(Items.allocation("").length()));
        long cents = body.amount().movePointRight(2).longValueExact();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return new Done(Rival.pay(statement, allocation, cents, body.payee(), request.commandId()));
        }
    }

    @Override
    public void destroy() {
        dataSource.close();
    }
}
