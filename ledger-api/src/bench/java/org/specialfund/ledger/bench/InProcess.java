package org.specialfund.ledger.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.api.store.Answer;
import org.specialfund.ledger.api.store.CommandExecutor;

/** Recorded payments by 32 threads through the ledger's one entry for commands, beside the rival's function. */
final class InProcess implements Scenario {

    static final int CLIENTS = 32;

    private final String name;
    private final boolean hot;
    private final Target target;

    private InProcess(String name, boolean hot, Target target) {
        this.name = name;
        this.hot = hot;
        this.target = target;
    }

    static InProcess uniform() {
        return new InProcess("uniform", false, Target.atLeast(1.5));
    }

    static InProcess hot() {
        return new InProcess("hot", true, Target.atLeast(3));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Bench.Both both = bench.both();
        String sql = hot ? Rival.DISBURSE_QUEUED : Rival.DISBURSE;
        List<Connection> connections = new ArrayList<>();
        try {
            for (int client = 0; client < CLIENTS; client++) {
                connections.add(DriverManager.getConnection(both.rival().url()));
            }
            Figure figure = new Contest(bench)
                    .throughput(
                            name,
                            "payments/s",
                            target,
                            time -> ours(bench, both, time),
                            time -> theirs(bench, connections, sql, time));
            bench.say(name + ": checking the books");
            both.check();
            return List.of(figure);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private Sample ours(Bench bench, Bench.Both both, Duration time) throws Exception {
        Payers.Way way = way(both.ledger());
        return both.payers().pay(bench, CLIENTS, time, hot, client -> way);
    }

    /** Recorded in one step, by the ledger's one entry for commands. */
    static Payers.Way way(Ledger ledger) {
        CommandExecutor executor = ledger.executor();
        return (reference, payment) -> {
            Answer answer = executor.execute(Items.pay(reference, payment, Items.DAY));
            Preparation.accepted(List.of(answer));
            return answer.position();
        };
    }

    private Sample theirs(Bench bench, List<Connection> connections, String sql, Duration time) throws Exception {
        Stopwatch watch = new Stopwatch(bench.server());
        long[] nanos = Load.run(CLIENTS, time, client -> payer(connections.get(client), sql));
        return watch.sample(nanos.length, nanos);
    }

    private Load.Client payer(Connection connection, String sql) {
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            Payments payments = new Payments(Payers.random(), hot);
            return () -> {
                Payment next = payments.next();
                Rival.pay(statement, next.allocation(), next.cents(), Items.payee(next.payee()), next.key());
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
