package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.Balances;

/**
 * The balance of an account with 500,000 postings of 5 million, as known near the end and at random points and as
 * effective on random days, beside what SQL answers from a running balance, at the same or as random a time, or by a
 * sum. Milliseconds in the median, one at a time.
 */
final class Reads implements Scenario {

    private static final String ACCOUNT = "available." + Items.allocation(Payments.HOT);
    private static final String RUNNING = "SELECT balance_after FROM posting WHERE allocation_id = 0 AND ts <= ?"
            + " AND account = 'EXPENDITURE' ORDER BY ts DESC, entry_id DESC LIMIT 1";
    private static final String SUM =
            "SELECT sum(amount) FROM posting WHERE allocation_id = 0 AND ts <= ?" + " AND account = 'EXPENDITURE'";
    private static final OffsetDateTime NEAR_THE_END = OffsetDateTime.parse("2024-12-30T00:00:00Z");
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2024-01-01T00:00:00Z");
    private static final long SECONDS = 365L * 24 * 3600;
    private static final int QUESTIONS = 2_000;
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
        // The one side is filled beside the other.
        FutureTask<String> rival = new FutureTask<>(() -> rival(bench, postings));
        new Thread(rival, "rival").start();
        try (History history = History.create(bench, "reads", postings / 2, shape, false)) {
            history.ledger().projections().rebuild("balance");
            String url = rival.get();
            bench.say("reads: " + postings + " postings on both sides");
            bench.server().settle();
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
        At nearTheEnd = new At(null, head * 364 / 366);
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement running = connection.prepareStatement(RUNNING);
                PreparedStatement sum = connection.prepareStatement(SUM)) {
            return List.of(
                    figure(
                            ".known",
                            2,
                            bench.settings().rounds(),
                            () -> balances.balance(ACCOUNT, nearTheEnd),
                            QUESTIONS,
                            () -> ask(running, NEAR_THE_END)),
                    figure(
                            ".known.random",
                            2,
                            bench.settings().rounds(),
                            () -> balances.balance(ACCOUNT, new At(null, random.nextLong(1, head + 1))),
                            QUESTIONS,
                            () -> ask(running, FIRST.plusSeconds(random.nextLong(SECONDS)))),
                    figure(
                            ".effective",
                            1.0 / 200,
                            bench.settings().rounds(),
                            () -> balances.balance(ACCOUNT, new At(day(random), random.nextLong(1, head + 1))),
                            SUMS,
                            () -> ask(sum, NEAR_THE_END)));
        }
    }

    private Figure figure(String what, double target, int rounds, Runnable ours, int theirQuestions, Runnable theirs) {
        median(QUESTIONS, ours);
        median(theirQuestions, theirs);
        double[] our = new double[rounds];
        double[] their = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            their[round] = median(theirQuestions, theirs);
            our[round] = median(QUESTIONS, ours);
        }
        return new Figure(
                name() + what,
                Contest.median(our),
                Contest.median(their),
                "ms",
                Target.atMost(target),
                Map.of("ours", our, "theirs", their));
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
        }
        return url;
    }

    private static void ask(PreparedStatement statement, OffsetDateTime time) {
        try {
            statement.setObject(1, time);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
            }
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
