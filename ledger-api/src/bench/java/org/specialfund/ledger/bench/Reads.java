package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;

/**
 * The balance of an account with 500,000 postings of 5 million, as known at random points and as effective on random
 * days, beside what SQL answers from a running balance, or by a sum. Milliseconds in the median, one at a time.
 */
final class Reads implements Scenario {

    private static final String ACCOUNT = "available." + Items.allocation(Filler.Shape.HOT);
    private static final String RUNNING = "SELECT balance_after FROM posting WHERE allocation_id = 0 AND ts <="
            + " timestamptz '2024-12-30 00:00+00' AND account = 'EXPENDITURE' ORDER BY ts DESC, entry_id DESC LIMIT 1";
    private static final String SUM = "SELECT sum(amount) FROM posting WHERE allocation_id = 0 AND ts <="
            + " timestamptz '2024-12-30 00:00+00' AND account = 'EXPENDITURE'";
    private static final int QUESTIONS = 1_000;
    private static final int SUMS = 7;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.endAll();
        int postings = bench.settings().scaled(5_000_000);
        Filler.Shape shape = new Filler.Shape(postings / 10, false);
        try (History history = History.create(bench, "reads", postings / 2, shape, false)) {
            bench.say("reads: " + postings + " postings on both sides");
            history.ledger().projections().rebuild("balance");
            history.ledger().jdbc().execute("vacuum analyze");
            String url = rival(bench, postings);
            bench.server().checkpoint();
            List<Figure> figures = measured(bench, history, url);
            history.check();
            check(history);
            bench.server().drop("pit");
            return figures;
        } finally {
            bench.server().drop("reads");
        }
    }

    private List<Figure> measured(Bench bench, History history, String url) throws SQLException {
        Balances balances = history.ledger().balances();
        SplittableRandom random = new SplittableRandom(7);
        long head = history.ledger().head();
        Runnable known = () -> balances.balance(ACCOUNT, new At(null, random.nextLong(1, head + 1)));
        Runnable both = () -> balances.balance(ACCOUNT, new At(day(random), random.nextLong(1, head + 1)));
        int rounds = bench.settings().rounds();
        double[][] medians = new double[4][rounds];
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement running = connection.prepareStatement(RUNNING);
                PreparedStatement sum = connection.prepareStatement(SUM)) {
            median(QUESTIONS, known);
            median(QUESTIONS, both);
            for (int round = 0; round < rounds; round++) {
                medians[0][round] = median(QUESTIONS, () -> ask(running));
                medians[1][round] = median(QUESTIONS, known);
                medians[2][round] = median(SUMS, () -> ask(sum));
                medians[3][round] = median(QUESTIONS, both);
            }
        }
        return List.of(
                new Figure(
                        name() + ".known",
                        Contest.median(medians[1]),
                        Contest.median(medians[0]),
                        "ms",
                        Target.atMost(2),
                        Map.of("ours", medians[1], "theirs", medians[0])),
                new Figure(
                        name() + ".effective",
                        Contest.median(medians[3]),
                        Contest.median(medians[2]),
                        "ms",
                        Target.atMost(1.0 / 200),
                        Map.of("ours", medians[3], "theirs", medians[2])));
    }

    /** A database with as many postings. */
    private static String rival(Bench bench, int postings) throws Exception {
        String url = bench.server().newDatabase("pit") + "&prepareThreshold=1";
        String script = Rival.script("pit.sql")
                .replace("500000", Integer.toString(postings / 10))
                .replace(":n", Integer.toString(postings));
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(script);
            statement.execute("VACUUM ANALYZE");
        }
        return url;
    }

    private static void ask(PreparedStatement statement) {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(int times, Runnable question) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            question.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[times / 2] / 1e6;
    }

    private static LocalDate day(SplittableRandom random) {
        return Items.FIRST_DAY.plusDays(random.nextInt(365));
    }

    /** Some answers, against sums over all postings. */
    private static void check(History history) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 10; i++) {
            long known = random.nextLong(1, history.ledger().head() + 1);
            LocalDate day = day(random);
            BigDecimal ours = history.ledger()
                    .balances()
                    .balance(ACCOUNT, new At(day, known))
                    .answer()
                    .orElseThrow()
                    .balance();
            BigDecimal sum = history.ledger()
                    .jdbc()
                    .queryForObject(
                            "select coalesce(sum(p.amount), 0) from balance.posting p join balance.account a"
                                    + " on a.id = p.account_id where a.name = ? and p.position <= ?"
                                    + " and p.effective_date <= ?",
                            BigDecimal.class,
                            ACCOUNT,
                            known,
                            Date.valueOf(day));
            if (sum == null || ours.compareTo(sum) != 0) {
                throw new IllegalStateException(ACCOUNT + " on " + day + " known at " + known + ": " + ours
                        + ", but its postings sum to " + sum);
            }
        }
    }
}
