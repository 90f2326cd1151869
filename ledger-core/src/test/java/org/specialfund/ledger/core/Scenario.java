package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.refusal.event.RefusalRecorded;
import org.specialfund.ledger.core.shared.DayBalances;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/**
 * Given, when, then on the real configuration. After every command it checks what must hold after every event, that a
 * refusal records itself only, and that its sentences are filled in.
 */
public final class Scenario implements AfterEachCallback {

    private static final Map<Role, Person> PEOPLE = new TreeMap<>(Map.ofEntries(
            Map.entry(Role.CLERK, TestLedger.CLERK),
            Map.entry(Role.PLANNER, TestLedger.PLANNER),
            Map.entry(Role.REVIEWER, TestLedger.REVIEWER),
            Map.entry(Role.APPROVER, TestLedger.APPROVER),
            Map.entry(Role.TREASURY, TestLedger.TREASURY),
            Map.entry(Role.LEADER, TestLedger.LEADER),
            Map.entry(Role.AUDITOR, TestLedger.AUDITOR),
            Map.entry(Role.INSPECTOR, TestLedger.INSPECTOR),
            Map.entry(Role.UNIT, TestLedger.UNIT),
            Map.entry(Role.EXPERT, TestLedger.EXPERT),
            Map.entry(Role.ADMINISTRATOR, TestLedger.ADMINISTRATOR)));

    private static final List<Role> PREFERRED = List.of(
            Role.CLERK,
            Role.PLANNER,
            Role.REVIEWER,
            Role.APPROVER,
            Role.TREASURY,
            Role.LEADER,
            Role.AUDITOR,
            Role.INSPECTOR,
            Role.UNIT,
            Role.EXPERT,
            Role.ADMINISTRATOR);

    private final BookCheck check = new BookCheck();
    private final TestLedger ledger = new TestLedger(LocalDate.of(2026, 6, 15), check::see);

    /** The day that the clock shows. */
    public Scenario today(String day) {
        ledger.today(LocalDate.parse(day));
        return this;
    }

    /** The instant that the clock shows. */
    public Scenario now(String instant) {
        ledger.now(Instant.parse(instant));
        return this;
    }

    /** The fund F1 with its year 2026, {@code 1000.00} appropriated on 2 January, and the payees T:1 and T:2. */
    public Scenario standard() {
        return standard(Do.fund("F1"));
    }

    /** The same, under the rules of another fund F1. */
    public Scenario standard(Do.FundOf fund) {
        return given(
                fund.command(),
                Do.openYear(2026),
                Do.payee("T:1"),
                Do.payee("T:2"),
                Do.appropriate("1000", "2026-01-02"));
    }

    /** Commands that are accepted from people whom their duty allows. */
    public Scenario given(LedgerCommand... commands) {
        for (LedgerCommand command : commands) {
            accepts(command);
        }
        return this;
    }

    /** A payment requested, reviewed, approved and settled, all on one day. */
    public Scenario paid(String reference, String allocationNo, String amount, String day) {
        return given(Do.request(reference, allocationNo, amount, day)).settled(reference, day);
    }

    /** A project of T:1 for the fund F1, category network: checked, and reviewed by three experts. */
    public Scenario reviewed(String projectNo, String amount) {
        given(
                DoProject.submit(projectNo, amount),
                DoProject.complete(projectNo),
                DoProject.experts(projectNo, "e1", "e2", "e3"));
        return reviews(projectNo, "2026-01-12");
    }

    /** A review of each of the three experts. */
    public Scenario reviews(String projectNo, String day) {
        for (String expert : List.of("e1", "e2", "e3")) {
            accepts(DoProject.review(projectNo, 85, day), Person.of(expert, Role.EXPERT));
        }
        return this;
    }

    /** The same, noticed from 13 to 19 January 2026. */
    public Scenario noticed(String projectNo, String amount) {
        return reviewed(projectNo, amount).given(DoProject.notice(projectNo, "2026-01-13"));
    }

    /** The same, approved on 20 January with all that it asked for. */
    public Scenario approved(String projectNo, String amount) {
        return noticed(projectNo, amount).given(DoProject.approve(projectNo, amount, "2026-01-20"));
    }

    /** Takes a request through review, approval and settlement. */
    public Scenario settled(String reference, String day) {
        return given(Do.review(reference), Do.approve(reference), Do.settle(reference, day));
    }

    /** The events that an accepted command recorded. */
    public List<LedgerEvent> accepts(LedgerCommand command) {
        return accepts(command, people(command.duty()));
    }

    /** The same, by one person. */
    public List<LedgerEvent> accepts(LedgerCommand command, Person actor) {
        return accepts(command, People.alone(actor));
    }

    /** The same, by these people. */
    public List<LedgerEvent> accepts(LedgerCommand command, People people) {
        int before = ledger.events().size();
        Outcome outcome = ledger.execute(ledger.item(command, people));
        assertThat(outcome.refusal()).as("%s", command).isNull();
        check.checkTouched(ledger);
        List<DomainEventMessage<?>> events = ledger.events();
        List<LedgerEvent> recorded = events.subList(before, events.size()).stream()
                .map(message -> (LedgerEvent) message.getPayload())
                .toList();
        assertThat(outcome.events()).hasSameSizeAs(recorded);
        return recorded;
    }

    /** The refusal of a command from people whom its duty allows. */
    public Refused refuses(LedgerCommand command) {
        return refuses(command, people(command.duty()));
    }

    /** The same, by one person. */
    public Refused refuses(LedgerCommand command, Person actor) {
        return refuses(command, People.alone(actor));
    }

    /** The same, by these people. */
    public Refused refuses(LedgerCommand command, People people) {
        return refuses(ledger.item(command, people), 1);
    }

    /** The refusal of an item that records so many events. */
    public Refused refuses(Item item, int recorded) {
        int before = ledger.events().size();
        Outcome outcome = ledger.execute(item);
        Refusal refusal = outcome.refusal();
        assertThat(refusal).as("%s is refused", item.command()).isNotNull();
        List<DomainEventMessage<?>> events = ledger.events();
        List<DomainEventMessage<?>> added = events.subList(before, events.size());
        assertThat(added).as("a refusal records itself only").hasSize(recorded);
        added.forEach(message -> {
            RefusalRecorded event = (RefusalRecorded) message.getPayload();
            assertThat(event.code()).isEqualTo(refusal.code().code());
            assertThat(event.figures()).isEqualTo(refusal.figures());
            assertThat(message.getMetaData())
                    .containsEntry("actor", item.people().actor().id());
        });
        return new Refused(refusal);
    }

    /** People whom a duty allows. */
    public static People people(Duty duty) {
        Person first = person(duty.first());
        return duty.needsTwo() ? People.two(first, person(duty.second())) : People.alone(first);
    }

    private static Person person(Set<Role> roles) {
        return PREFERRED.stream()
                .filter(roles::contains)
                .findFirst()
                .map(PEOPLE::get)
                .orElseThrow();
    }

    /** The balance of an account by name, of all entries. */
    public String balance(String account) {
        return balanceOn(account, "9999-12-31");
    }

    /** The balance of an account by name at the end of a day, folded from the postings of all events. */
    public String balanceOn(String account, String day) {
        DayBalances days = new DayBalances();
        ledger.payloads().forEach(event -> event.postings().stream()
                .filter(posting -> posting.account().name().equals(account))
                .forEach(posting -> days.add(((MoneyEvent) event).effectiveDate(), posting.amount())));
        return plain(days.on(LocalDate.parse(day)));
    }

    /** The balances of all accounts that are not zero, by name. */
    public Map<String, String> balances() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        ledger.payloads().forEach(event -> event.postings()
                .forEach(posting -> sums.merge(posting.account().name(), posting.amount(), BigDecimal::add)));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, sum -> plain(sum.getValue()), (a, b) -> a, TreeMap::new));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** The last event of a kind, with its metadata. */
    public DomainEventMessage<?> last(Class<? extends LedgerEvent> kind) {
        return ledger.events().stream()
                .filter(message -> kind.isInstance(message.getPayload()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Names the last event of a kind. */
    public String ref(Class<? extends LedgerEvent> kind) {
        DomainEventMessage<?> message = last(kind);
        return message.getAggregateIdentifier() + "@" + message.getSequenceNumber();
    }

    /** How many events of a kind are stored. */
    public long count(Class<? extends LedgerEvent> kind) {
        return ledger.payloads().stream().filter(kind::isInstance).count();
    }

    /** The ledger itself. */
    public TestLedger ledger() {
        return ledger;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check.checkAll(ledger);
        ledger.close();
    }

    /** A refusal; its sentences are filled in, in both languages. */
    public static final class Refused {

        private final Refusal refusal;

        /** Checks the sentences. */
        public Refused(Refusal refusal) {
            this.refusal = refusal;
            Function<Locale, String> sentence = refusal::sentence;
            assertThat(sentence.apply(Locale.ENGLISH)).doesNotContain("{").doesNotContain("null");
            assertThat(sentence.apply(Locale.SIMPLIFIED_CHINESE))
                    .doesNotContain("{")
                    .doesNotContain("null");
        }

        /** Its code. */
        public Refused because(String code) {
            assertThat(refusal.code().code()).as("%s", refusal.figures()).isEqualTo(code);
            return this;
        }

        /** One of its figures, as it is written. */
        public Refused with(String figure, String value) {
            assertThat(refusal.figures()).containsEntry(figure, value);
            return this;
        }
    }
}
