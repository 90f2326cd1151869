package org.specialfund.ledger.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.command.DecreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IncreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.command.MoveFunds;
import org.specialfund.ledger.core.allocation.command.ReclaimAllocation;
import org.specialfund.ledger.core.allocation.command.ResumeAllocation;
import org.specialfund.ledger.core.allocation.command.ReturnSurplus;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.disbursement.command.ApproveDisbursement;
import org.specialfund.ledger.core.disbursement.command.CancelDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectPayee;
import org.specialfund.ledger.core.disbursement.command.DemandRecovery;
import org.specialfund.ledger.core.disbursement.command.ReceiveRecovery;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.RejectDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReportSpending;
import org.specialfund.ledger.core.disbursement.command.RequestDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReturnDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReverseDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReviewDisbursement;
import org.specialfund.ledger.core.disbursement.command.SettleDisbursement;
import org.specialfund.ledger.core.disbursement.command.WaiveRecovery;
import org.specialfund.ledger.core.disbursement.event.DisbursementCancelled;
import org.specialfund.ledger.core.disbursement.event.DisbursementOpened;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementRejected;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.DisbursementSettled;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.command.AdjustBudget;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.CarryOverUnallocated;
import org.specialfund.ledger.core.fundyear.command.CloseYear;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.OpeningAllocation;
import org.specialfund.ledger.core.fundyear.command.ReclaimUnallocated;
import org.specialfund.ledger.core.fundyear.command.RecordOpening;
import org.specialfund.ledger.core.fundyear.command.StartClosing;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.reversal.command.ReverseEntry;
import org.specialfund.ledger.core.shared.FiscalYear;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/**
 * A seeded walk through the ledger: funds with different rules, payments, returns, corrections, reversals, and years
 * that close and carry over. Most commands are plausible, some are not; the ledger decides.
 */
final class RandomWalk {

    private static final List<String> CURRENCIES = List.of("CNY", "CNY", "UGX", "KWD");
    private static final List<String> RETURNS = List.of("allocation", "allocation", "year", "treasury");
    private static final List<String> SURPLUS = List.of("year", "treasury");
    private static final List<String> LATE = List.of("treasury", "open-year");

    private record Fund(String code, String currency, int firstMonth) {

        int yearOf(LocalDate day) {
            int name = day.getYear();
            return FiscalYear.of(name, firstMonth).contains(day) ? name : name + 1;
        }
    }

    private record Book(Fund fund, int year) {

        LocalDate lastDay() {
            return FiscalYear.of(year, fund.firstMonth()).lastDay();
        }
    }

    private final Random random;
    private final TestLedger ledger;
    private final List<Fund> funds = new ArrayList<>();
    private final Map<Book, List<String>> allocations = new HashMap<>();
    private final Map<Book, List<String>> underWay = new HashMap<>();
    private final List<Book> ending = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private final List<String> recoveries = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final List<String> onPayments = new ArrayList<>();
    private final List<String> openings = new ArrayList<>();
    private final WalkProjects projects;
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private LocalDate today;
    private int counter;

    RandomWalk(long seed, LocalDate start, TestLedger ledger) {
        this.random = new Random(seed);
        this.today = start;
        this.ledger = ledger;
        for (int i = 0; i < 6; i++) {
            run(new RegisterPayee("T:" + i, "organisation", "Payee " + i, null));
        }
        for (int i = 0; i < 8; i++) {
            establish(i);
        }
        projects = new WalkProjects(ledger);
        for (String currency : CURRENCIES.stream().distinct().toList()) {
            List<Fund> paying = funds.stream()
                    .filter(fund -> fund.currency().equals(currency))
                    .toList();
            for (int i = 0; i < 6; i++) {
                projects.approve(
                        currency, "T:" + i, paying.stream().map(Fund::code).toList(), money(paying.get(0), 40_000));
            }
        }
    }

    /** How often each outcome was seen, by command and code. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** The next command of the walk. */
    Item next() {
        if (random.nextInt(40) == 0) {
            today = today.plusDays(1 + random.nextInt(2));
            ledger.today(today);
        }
        for (Fund fund : funds) {
            Book current = new Book(fund, fund.yearOf(today));
            if (!allocations.containsKey(current)) {
                return item(openYear(current));
            }
        }
        if (!openings.isEmpty() && random.nextInt(10) == 0) {
            return item(new ReverseEntry(openings.remove(openings.size() - 1), "wrong", "doc", null));
        }
        if (!ending.isEmpty() && random.nextInt(4) == 0) {
            return item(endYear(ending.get(random.nextInt(ending.size()))));
        }
        Fund fund = funds.get(random.nextInt(funds.size()));
        int past = random.nextInt(12) == 0 ? 1 : 0;
        Book book = new Book(fund, fund.yearOf(today) - past);
        List<String> issued = allocations.getOrDefault(book, List.of());
        LedgerCommand command = issued.isEmpty() ? begin(book) : pick(book, issued);
        return item(command);
    }

    /** Learns from what was recorded. */
    void see(DomainEventMessage<?> message) {
        Object event = message.getPayload();
        projects.see(event);
        if (event instanceof DisbursementRequested e) {
            underWay.computeIfAbsent(bookOf(e), b -> new ArrayList<>()).add(e.reference());
        } else if (event instanceof DisbursementSettled e) {
            underWay.get(bookOf(e)).remove(e.reference());
            payments.add(e.reference());
        } else if (event instanceof DisbursementRejected e) {
            underWay.get(bookOf(e)).remove(e.reference());
        } else if (event instanceof DisbursementCancelled e) {
            underWay.get(bookOf(e)).remove(e.reference());
        } else if (event instanceof DisbursementRecorded e) {
            payments.add(e.reference());
        } else if (event instanceof DisbursementOpened e) {
            payments.add(e.reference());
        } else if (event instanceof RecoveryDemanded e) {
            recoveries.add(e.recoveryId());
        }
        if (event instanceof DisbursementReturned
                || event instanceof RecoveryReceived
                || event instanceof RecoveryDemanded
                || event instanceof RecoveryWaived
                || event instanceof SpendingReported) {
            onPayments.add(message.getAggregateIdentifier() + "@" + message.getSequenceNumber());
        }
        if (event instanceof AllocationOpened && random.nextBoolean()) {
            openings.add(message.getAggregateIdentifier() + "@" + message.getSequenceNumber());
        }
        if (event instanceof MoneyEvent && random.nextInt(3) == 0) {
            entries.add(message.getAggregateIdentifier() + "@" + message.getSequenceNumber());
        }
    }

    /** What must hold of the projects. */
    void checkProjects() {
        projects.check();
    }

    void note(Item item, String outcome) {
        outcomes.merge(item.command().getClass().getSimpleName() + " " + outcome, 1, Integer::sum);
        if (outcome.equals("accepted")) {
            learn(item.command());
        }
    }

    private void learn(LedgerCommand command) {
        if (command instanceof IssueAllocation c) {
            allocations.get(book(c.fundCode(), c.year())).add(c.allocationNo());
        } else if (command instanceof RecordOpening c) {
            c.allocations()
                    .forEach(opened ->
                            allocations.get(book(c.fundCode(), c.year())).add(opened.allocationNo()));
        } else if (command instanceof CarryOverAllocation c) {
            Book from = allocations.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(c.allocationNo()))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            allocations.get(new Book(from.fund(), from.year() + 1)).add(c.toAllocationNo());
        } else if (command instanceof OpenYear c) {
            Book opened = book(c.fundCode(), c.year());
            allocations.put(opened, new ArrayList<>());
            Book before = new Book(opened.fund(), opened.year() - 1);
            if (allocations.containsKey(before)) {
                ending.add(before);
            }
        } else if (command instanceof CloseYear c) {
            ending.remove(book(c.fundCode(), c.year()));
        }
    }

    private void establish(int i) {
        Fund fund = new Fund("F" + i, CURRENCIES.get(i % CURRENCIES.size()), i % 3 == 2 ? 7 : 1);
        funds.add(fund);
        run(new EstablishFund(
                fund.code(),
                "Fund " + i,
                "regular",
                null,
                fund.currency(),
                LocalDate.of(2000, 1, 1),
                null,
                "Asia/Shanghai",
                fund.firstMonth(),
                List.of(),
                i % 2 == 0 ? null : money(fund, 400),
                null,
                RETURNS.get(i % RETURNS.size()),
                SURPLUS.get(i % SURPLUS.size()),
                LATE.get(i / 2 % LATE.size()),
                null,
                null,
                List.of(),
                List.of(),
                "doc",
                null));
    }

    private LedgerCommand openYear(Book book) {
        return new OpenYear(book.fund().code(), book.year(), "doc", null);
    }

    /** A new year of a ledger that starts in mid-life; allocations and payments, some of which will be reversed. */
    private LedgerCommand opening(Book book) {
        List<OpeningAllocation> opened = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            opened.add(new OpeningAllocation(
                    "A" + ++counter,
                    null,
                    payee(),
                    null,
                    book.year() - random.nextInt(2),
                    amount(book, 2_000),
                    List.of(new OpeningAllocation.OpeningPayment("R" + ++counter, payee(), amount(book, 500)))));
        }
        return new RecordOpening(book.fund().code(), book.year(), amount(book, 1_000), opened, day(book), "doc", null);
    }

    /** Steps towards the closing of an ended year, in no fixed order. */
    private LedgerCommand endYear(Book book) {
        String code = book.fund().code();
        List<String> held = underWay.getOrDefault(book, List.of());
        List<String> issued = allocations.get(book);
        switch (random.nextInt(6)) {
            case 0:
                return random.nextInt(3) == 0
                        ? new StartClosing(code, book.year(), "doc", null)
                        : new CloseYear(code, book.year(), "doc", null);
            case 1:
                if (!held.isEmpty()) {
                    return new CancelDisbursement(any(held), book.lastDay(), "cannot be carried");
                }
                break;
            case 2:
                Map<Integer, BigDecimal> left = ledger.ask(
                        FundYear.key(code, book.year()),
                        year -> year.unallocatedByOriginOn(book.lastDay().plusDays(1)));
                if (!left.isEmpty()) {
                    return endOrigin(book, left);
                }
                break;
            default:
                for (String no : issued) {
                    BigDecimal available = ledger.ask(
                            Allocation.key(no),
                            allocation -> allocation.availableOn(book.lastDay().plusDays(1)));
                    if (available.signum() > 0) {
                        return random.nextInt(3) == 0
                                ? new ReclaimAllocation(no, available, book.lastDay(), "doc", null)
                                : new CarryOverAllocation(
                                        no,
                                        "A" + ++counter,
                                        available,
                                        random.nextInt(4) == 0 ? null : "approved",
                                        "doc",
                                        null);
                    }
                }
        }
        return new CloseYear(code, book.year(), "doc", null);
    }

    private LedgerCommand begin(Book book) {
        return random.nextBoolean() ? opening(book) : grow(book);
    }

    /** Gives up or carries all that is left of one origin, now and then of a wrong one. */
    private LedgerCommand endOrigin(Book book, Map<Integer, BigDecimal> left) {
        String code = book.fund().code();
        List<Integer> years = List.copyOf(left.keySet());
        int origin = years.get(random.nextInt(years.size()));
        BigDecimal amount = left.get(origin);
        int named = random.nextInt(10) == 0 ? book.year() - random.nextInt(3) : origin;
        return random.nextBoolean()
                ? new ReclaimUnallocated(
                        code, book.year(), named == book.year() ? null : named, amount, book.lastDay(), "doc", null)
                : new CarryOverUnallocated(code, book.year(), named, amount, "approved", "doc", null);
    }

    private LedgerCommand grow(Book book) {
        String code = book.fund().code();
        LocalDate day = day(book);
        switch (random.nextInt(5)) {
            case 0:
                return new AppropriateBudget(code, book.year(), amount(book, 20_000), day, "doc", null);
            case 1:
                return new AdjustBudget(
                        code,
                        book.year(),
                        random.nextBoolean() ? "increase" : "reduce",
                        amount(book, 2_000),
                        day,
                        "doc",
                        null);
            default:
                String recipient = payee();
                boolean named = random.nextInt(3) == 0;
                return new IssueAllocation(
                        "A" + ++counter,
                        "锡财〔2024〕" + counter + "号",
                        code,
                        book.year(),
                        recipient,
                        named ? WalkProjects.CATEGORY : null,
                        null,
                        named ? WalkProjects.number(book.fund().currency(), recipient) : null,
                        null,
                        null,
                        null,
                        null,
                        random.nextInt(4) == 0 ? Integer.valueOf(book.year() - random.nextInt(3)) : null,
                        amount(book, 4_000),
                        day,
                        "doc",
                        null);
        }
    }

    private LedgerCommand pick(Book book, List<String> issued) {
        String no = any(issued);
        int dice = random.nextInt(100);
        if (dice < 10) {
            return grow(book);
        }
        if (dice < 30) {
            boolean bank = random.nextInt(3) == 0;
            return new RecordDisbursement(
                    "R" + ++counter,
                    no,
                    payee(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    invoice(),
                    null,
                    null,
                    bank ? "bank" : null,
                    bank ? "B" + random.nextInt(20_000) : null,
                    null,
                    null,
                    amount(book, 700),
                    day(book),
                    "doc",
                    null);
        }
        if (dice < 45) {
            return new RequestDisbursement(
                    "R" + ++counter,
                    no,
                    payee(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    invoice(),
                    null,
                    null,
                    amount(book, 700),
                    day(book),
                    null,
                    null);
        }
        List<String> requested = underWay.getOrDefault(book, List.of());
        if (dice < 68 && !requested.isEmpty()) {
            return onWay(book, requested, dice);
        }
        return dice < 88 && !payments.isEmpty() ? after(book) : move(book, no, issued);
    }

    private LedgerCommand onWay(Book book, List<String> requested, int dice) {
        String reference = any(requested);
        if (dice < 53) {
            return new ReviewDisbursement(reference);
        }
        if (dice < 60) {
            return new ApproveDisbursement(reference);
        }
        if (dice < 62) {
            return new RejectDisbursement(any(requested), day(book), "wrong");
        }
        if (dice < 63) {
            return new CancelDisbursement(any(requested), day(book), "not needed");
        }
        return new SettleDisbursement(
                reference,
                random.nextInt(4) == 0 ? amount(book, 500) : null,
                "bank",
                "S" + ++counter,
                1,
                day(book),
                null,
                null);
    }

    private LedgerCommand after(Book book) {
        if (!onPayments.isEmpty() && random.nextInt(6) == 0) {
            // Mostly what was entered lately: it is wrong entries that are reversed.
            int late = Math.min(onPayments.size(), random.nextInt(4) == 0 ? 2_000 : 40);
            String entry = onPayments.get(onPayments.size() - 1 - random.nextInt(late));
            return new ReverseEntry(entry, "wrong", "doc", null);
        }
        String reference = any(payments);
        LocalDate day = random.nextInt(3) == 0 ? today : day(book);
        BigDecimal amount = amount(book, 300);
        switch (random.nextInt(10)) {
            case 0, 1, 2:
                return new ReturnDisbursement(
                        reference, random.nextBoolean() ? "bounced" : "refunded", amount, day, "doc", null);
            case 3:
                return new ReverseDisbursement(reference, "wrong", "doc", null);
            case 4, 5:
                return new CorrectDisbursement(reference, "wrong amount", amount, day, "doc", null);
            case 6:
                return new CorrectPayee(reference, payee(), day, "wrong payee", "doc", null);
            case 7:
                return new ReportSpending(reference, amount, day, "doc", null);
            default:
                if (recoveries.isEmpty() || random.nextBoolean()) {
                    return new DemandRecovery(reference, "misused", amount, day, "doc", null);
                }
                String recovery = any(recoveries);
                return random.nextInt(4) == 0
                        ? new WaiveRecovery(recovery, "insolvent", amount, day, "doc", null)
                        : new ReceiveRecovery(recovery, amount, day, "doc", null);
        }
    }

    private LedgerCommand move(Book book, String no, List<String> issued) {
        LocalDate day = day(book);
        BigDecimal amount = amount(book, 500);
        switch (random.nextInt(9)) {
            case 0:
                return new IncreaseAllocation(no, amount, day, "doc", null);
            case 1:
                return new DecreaseAllocation(no, amount, day, "doc", null);
            case 2, 3:
                return new MoveFunds(no, any(issued), amount, day, "doc", null);
            case 4:
                return new ReturnSurplus(no, amount, day, "doc", null);
            case 5:
                return new ReclaimAllocation(no, amount, day, "doc", null);
            case 6:
                return new SuspendAllocation(no, "manual", day, "a doubt", null, null);
            case 7:
                return new ResumeAllocation(no, "manual", day, "cleared", null, null);
            default:
                return entries.isEmpty() ? grow(book) : new ReverseEntry(any(entries), "wrong", "doc", null);
        }
    }

    /** People who may give the command, now and then people who may not. */
    private Item item(LedgerCommand command) {
        Duty duty = command.duty();
        Person first = person(duty.first().stream().sorted().toList());
        if (!duty.needsTwo()) {
            return ledger.item(command, People.alone(first));
        }
        Person second = random.nextInt(200) == 0
                ? first
                : person(duty.second().stream().sorted().toList());
        return ledger.item(command, People.two(first, second));
    }

    private Person person(List<Role> roles) {
        // A unit acts on its own money only: mostly the office does it.
        Role role = roles.contains(Role.CLERK) && random.nextInt(10) > 0
                ? Role.CLERK
                : roles.get(random.nextInt(roles.size()));
        String unit = role == Role.UNIT ? payee() : null;
        return new Person("p-" + role.word() + random.nextInt(3), Set.of(role), unit);
    }

    /** By people who may give it, always: without what it sets up there is no walk. */
    private void run(LedgerCommand command) {
        Item item = ledger.item(command, Scenario.people(command.duty()));
        if (!ledger.execute(item).accepted()) {
            throw new IllegalStateException("the walk cannot begin: " + command);
        }
    }

    private Book book(String fundCode, int year) {
        return new Book(
                funds.stream()
                        .filter(fund -> fund.code().equals(fundCode))
                        .findFirst()
                        .orElseThrow(),
                year);
    }

    private Book bookOf(MoneyEvent event) {
        return book(event.fundCode(), event.year());
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String payee() {
        return "T:" + random.nextInt(6);
    }

    private String invoice() {
        return random.nextInt(5) == 0 ? "I" + random.nextInt(3_000) : null;
    }

    private LocalDate day(Book book) {
        LocalDate latest = today.isAfter(book.lastDay()) ? book.lastDay() : today;
        return random.nextInt(3) == 0 ? latest.minusDays(random.nextInt(60)) : latest;
    }

    private BigDecimal amount(Book book, int most) {
        return money(book.fund(), 1 + random.nextInt(most));
    }

    private BigDecimal money(Fund fund, int units) {
        return switch (fund.currency()) {
            case "UGX" -> BigDecimal.valueOf(units);
            case "KWD" -> BigDecimal.valueOf(units * 1_000L - random.nextInt(999), 3);
            default -> BigDecimal.valueOf(units * 100L - random.nextInt(99), 2);
        };
    }
}
