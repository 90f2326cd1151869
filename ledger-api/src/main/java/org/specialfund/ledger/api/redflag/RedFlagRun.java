package org.specialfund.ledger.api.redflag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.specialfund.ledger.api.store.AcceptedCommands;
import org.specialfund.ledger.api.store.Answer;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.api.store.Knowledge;
import org.specialfund.ledger.core.calendar.CalendarFacts;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.redflag.FlagId;
import org.specialfund.ledger.core.redflag.command.RaiseRedFlag;
import org.specialfund.ledger.core.redflag.rule.Hit;
import org.specialfund.ledger.core.redflag.rule.Rules;
import org.specialfund.ledger.core.redflag.rule.Thresholds;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.projections.processing.Projections;
import org.specialfund.ledger.projections.project.Projects;
import org.specialfund.ledger.projections.supervision.KnownDates;
import org.specialfund.ledger.projections.supervision.RulesFacts;
import org.specialfund.ledger.projections.supervision.RunPosition;
import org.specialfund.ledger.projections.supervision.YearFacts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges and raises. Events as they come and the whole history go the same way. Safe to repeat: a flag's command id
 * follows from rule, version and subject. Thread-safe.
 */
@Component
class RedFlagRun {

    /** Positions judged at one snapshot. */
    private static final int STEP = 5_000;

    /** Flags raised in one transaction. */
    private static final int TOGETHER = 50;

    /** While somebody writes, what is older than this is looked at. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String CAUSE = "when-rule-hits-then-raise-red-flag";

    private final JdbcTemplate jdbc;
    private final EventRules events;
    private final YearRules years;
    private final RulesFacts rules;
    private final Projects calendar;
    private final RunPosition position;
    private final Knowledge knowledge;
    private final Projections projections;
    private final CommandExecutor executor;
    private final AcceptedCommands accepted;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    RedFlagRun(
            JdbcTemplate jdbc,
            Projects projects,
            PlatformTransactionManager transactions,
            Knowledge knowledge,
            Projections projections,
            CommandExecutor executor,
            Clock clock) {
        this.jdbc = jdbc;
        this.events = new EventRules(jdbc);
        this.years = new YearRules(new YearFacts(jdbc));
        this.rules = new RulesFacts(jdbc);
        this.calendar = projects;
        this.position = new RunPosition(jdbc);
        this.knowledge = knowledge;
        this.projections = projections;
        this.executor = executor;
        this.accepted = new AcceptedCommands(jdbc);
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Judges the events that came since the last time; stops early where another node does the same. */
    void follow(Person person) {
        long from = position.done();
        long reached = reached(from);
        if (from == reached) {
            return;
        }
        Standards standards = standards();
        while (from < reached) {
            long to = Math.min(from + STEP, reached);
            judge(from, to, standards, person, new TreeMap<>());
            if (!position.move(from, to)) {
                return;
            }
            from = to;
        }
    }

    /** Judges the whole history, and every fund year as of now. */
    Map<String, RuleTally> all(Person person) {
        Map<String, RuleTally> tallies = new TreeMap<>();
        Rules.all(Thresholds.USUAL).forEach(rule -> tallies.put(rule.name(), RuleTally.NONE));
        long reached = reached(-1);
        Standards standards = standards();
        for (long from = -1; from < reached; from += STEP) {
            judge(from, Math.min(from + STEP, reached), standards, person, tallies);
        }
        Instant now = clock.instant();
        for (YearFacts.YearRow year : read(years::years)) {
            raise(read(() -> years.judge(year, now, standards.rules())), person, tallies);
        }
        return tallies;
    }

    /**
     * The greatest position up to which nothing can be recorded any more and every projection has come; the given one
     * where it is not known to be greater.
     */
    private long reached(long from) {
        long head = knowledge.head();
        if (knowledge.isProvisional(head)) {
            Knowledge.KnownAt settled = knowledge.at(clock.instant().minus(LONGEST_WRITE));
            head = settled.provisional() ? from : Math.min(head, settled.position());
        }
        return head > from && projections.await(head, PATIENCE) ? head : from;
    }

    private void judge(long after, long upTo, Standards standards, Person person, Map<String, RuleTally> tallies) {
        raise(read(() -> events.judge(after, upTo, standards)), person, tallies);
    }

    private Standards standards() {
        List<CalendarFacts.Year> told = calendar.calendarYears().stream()
                .map(year -> new CalendarFacts.Year(year.year(), year.daysOff(), year.workingDays()))
                .toList();
        return new Standards(new FundRules(rules.versions()), new WorkingCalendar(told), new KnownDates(jdbc));
    }

    private <T> T read(Supplier<T> question) {
        T answer = snapshot.execute(status -> {
            // Nobody waits for it, and a step of a busy day may take longer than a request may.
            jdbc.execute("set local statement_timeout = '60s'; set local transaction_timeout = '120s'");
            return question.get();
        });
        if (answer == null) {
            throw new IllegalStateException("a question must have an answer");
        }
        return answer;
    }

    private void raise(List<Judgement> judgements, Person person, Map<String, RuleTally> tallies) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            tallies.compute(
                    judgement.rule(), (rule, tally) -> (tally == null ? RuleTally.NONE : tally).with(judgement));
            Hit hit = judgement.verdict().hit();
            if (hit != null) {
                Item item = item(judgement, hit, person);
                items.putIfAbsent(item.commandId(), item);
            }
        }
        Set<String> before = accepted.among(items.keySet());
        List<Item> fresh = items.values().stream()
                .filter(item -> !before.contains(item.commandId()))
                .toList();
        for (int first = 0; first < fresh.size(); first += TOGETHER) {
            raiseTogether(new ArrayList<>(fresh.subList(first, Math.min(first + TOGETHER, fresh.size()))), tallies);
        }
    }

    private void raiseTogether(List<Item> items, Map<String, RuleTally> tallies) {
        List<Answer> answers = executor.execute(items, false);
        for (int place = 0; place < items.size(); place++) {
            Answer answer = answers.get(place);
            if (answer.outcome().refusal() == null && !answer.repeated()) {
                String rule = ((RaiseRedFlag) items.get(place).command()).rule();
                tallies.computeIfPresent(rule, (name, tally) -> tally.plusRaised());
            }
        }
    }

    private static Item item(Judgement judgement, Hit hit, Person person) {
        RaiseRedFlag command = new RaiseRedFlag(
                judgement.rule(),
                judgement.version(),
                judgement.subject(),
                judgement.fundCode(),
                judgement.year(),
                hit.inputs(),
                hit.thresholds(),
                hit.entries());
        String id = "red-flag:" + FlagId.of(judgement.rule(), judgement.version(), judgement.subject());
        return new Item(command, People.alone(person), id, null, id, CAUSE, id);
    }
}
