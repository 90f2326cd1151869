package org.specialfund.ledger.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** What scenarios share: the server, and both sides prepared for payments. */
final class Bench implements AutoCloseable {

    /** Both sides with the same funds and allocations. */
    record Both(Ledger ledger, Payers payers, Rival rival) {

        /** Throws where either side's books are wrong. */
        void check() throws Exception {
            FutureTask<Boolean> theirs = new FutureTask<>(() -> {
                rival.check();
                return true;
            });
            new Thread(theirs, "rival-check").start();
            Checks checks = new Checks(ledger);
            checks.balanced();
            checks.once(payers);
            checks.sameAfterRebuild(List.of("balance", "allocation"));
            theirs.get();
        }
    }

    private final Settings settings;
    private final Server server;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final long start = System.nanoTime();
    private @Nullable Both both;
    private @Nullable History million;
    private @Nullable Filler filler;

    Bench(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    Settings settings() {
        return settings;
    }

    Server server() {
        return server;
    }

    /** Tells whoever waits what is going on. */
    void say(String what) {
        System.err.printf("%4d s: %s%n", (System.nanoTime() - start) / 1_000_000_000, what);
    }

    /** Prepared when first asked for. */
    Both both() throws SQLException, IOException {
        if (both == null) {
            say("preparing " + Payments.ALLOCATIONS + " allocations on both sides");
            Rival rival = Rival.create(server);
            open.add(0, rival);
            Ledger ledger = Ledger.start(server.newDatabase("ledger_payments"), rival, settings.directory());
            open.add(0, ledger);
            say("recording allocations");
            new Preparation(ledger).prepare();
            both = new Both(ledger, new Payers(ledger), rival);
        }
        return both;
    }

    /** A ledger with a million events, projections included: made when first asked for. */
    History million() throws Exception {
        if (million == null) {
            endAll();
            Filler.Shape shape = new Filler.Shape(settings.scaled(100_000), false);
            million = History.create(this, "million", settings.scaled(500_000), shape, true);
            open.add(0, million);
        }
        return million;
    }

    /** What writes histories into copies of a store with allocations, which is prepared when first asked for. */
    Filler filler() throws SQLException, IOException {
        if (filler == null) {
            say("preparing a store for long histories");
            try (Ledger preparing = Ledger.start(server.newDatabase(History.PREPARED), null, settings.directory())) {
                new Preparation(preparing).prepare();
                filler = Filler.of(preparing);
                preparing.awaitProjections(preparing.head());
            }
        }
        return filler;
    }

    /** Ends what is not measured any more, so that it takes no turns with what is. */
    void endAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        open.clear();
        both = null;
        million = null;
    }

    @Override
    public void close() throws Exception {
        endAll();
    }
}
