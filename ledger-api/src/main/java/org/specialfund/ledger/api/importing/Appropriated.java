package org.specialfund.ledger.api.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.specialfund.ledger.api.importing.plan.PlannedRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Remembers what was appropriated for allocations that the ledger then refused, so that nothing is appropriated twice
 * for a row that comes again. Thread-safe.
 */
@Repository
class Appropriated {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    Appropriated(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes an import's refused allocations, each part of an appropriation that it made; of a number the first counts. */
    void note(UUID importId, List<PlannedRow> refused) {
        jdbc.batchUpdate("""
                insert into import_appropriated (import_id, allocation, fund_year, amount) values (?, ?, ?, ?)
                on conflict do nothing""", refused, BATCH, (statement, row) -> {
            statement.setObject(1, importId);
            statement.setString(2, fold(row.reference()));
            statement.setString(3, fundYear(row));
            statement.setBigDecimal(4, row.amount());
        });
    }

    /** What its fund year already got for an allocation that was refused; zero where nothing. */
    BigDecimal of(PlannedRow allocation) {
        BigDecimal amount = jdbc.queryForObject(
                "select max(amount) from import_appropriated where allocation = ? and fund_year = ?",
                BigDecimal.class,
                fold(allocation.reference()),
                fundYear(allocation));
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static String fundYear(PlannedRow allocation) {
        return fold(allocation.content().get("fundCode") + "/"
                + allocation.content().get("year"));
    }

    private static String fold(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
