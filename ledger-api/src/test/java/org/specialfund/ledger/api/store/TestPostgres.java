package org.specialfund.ledger.api.store;

import org.specialfund.ledger.api.TestDatabase;

/** Databases for the tests of this package. */
final class TestPostgres {

    private TestPostgres() {}

    /** The JDBC URL of a new, empty database. */
    static String newDatabase() {
        return TestDatabase.fresh();
    }
}
