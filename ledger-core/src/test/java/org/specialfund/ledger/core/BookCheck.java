package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedIn;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedOut;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.allocation.event.AllocationReclaimed;
import org.specialfund.ledger.core.allocation.event.FundsNotRestored;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentReversed;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.allocation.event.VirementReceiptReversed;
import org.specialfund.ledger.core.allocation.event.VirementReceived;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.event.FundYearOpened;
import org.specialfund.ledger.core.fundyear.event.YearClosed;
import org.specialfund.ledger.core.posting.Account;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.shared.DayBalances;

/**
 * What must hold after every event ({@code events.md}), checked as events come for whatever they touched, and in full on
 * demand. Written apart from the aggregates: it knows postings only, and for point 2 the amounts in the events.
 */
final class BookCheck {

    private record Book(String fund, int year) {}

    private final Map<Account, DayBalances> accounts = new HashMap<>();
    private final Map<String, DayBalances> paid = new HashMap<>();
    private final Map<String, BigDecimal> paidByAllocation = new HashMap<>();
    private final Map<String, BigDecimal> demanded = new HashMap<>();
    private final Map<String, BigDecimal> inflow = new HashMap<>();
    private final OriginCheck origins = new OriginCheck();
    private final Map<Book, LocalDate> lastDays = new HashMap<>();
    private final Map<Book, Map<Account, BigDecimal>> closed = new HashMap<>();
    private final Set<Account> touched = new HashSet<>();
    private final Set<String> touchedPayments = new HashSet<>();
    private final Map<String, Integer> reversed = new TreeMap<>();
    private long events;

    void see(DomainEventMessage<?> message) {
        LedgerEvent event = (LedgerEvent) message.getPayload();
        events++;
        checkBalanced(event);
        for (Posting posting : event.postings()) {
            LocalDate day = ((MoneyEvent) event).effectiveDate();
            Book book = new Book(posting.account().fund(), posting.account().year());
            accounts.computeIfAbsent(posting.account(), a -> new DayBalances()).add(day, posting.amount());
            touched.add(posting.account());
            if (closed.containsKey(book) && !posting.account().kind().memo()) {
                assertThat(day).as("%s in a closed year", event).isAfter(lastDays.get(book));
            }
        }
        notePayment(event);
        noteDemand(event);
        if (event instanceof DisbursementEntryReversed e) {
            reversed.merge(e.movement(), 1, Integer::sum);
        } else if (event instanceof AllocationEntryReversed e && e.movement().equals("opening")) {
            reversed.merge(e.movement(), 1, Integer::sum);
        }
        noteInflow(event);
        origins.see(event);
        if (event instanceof FundYearOpened e) {
            lastDays.put(new Book(e.fundCode(), e.year()), e.lastDay());
        } else if (event instanceof YearClosed e) {
            Book book = new Book(e.fundCode(), e.year());
            closed.put(book, balancesOn(book, lastDays.get(book)));
            checkClosed(book);
        }
    }

    long events() {
        return events;
    }

    /** How often entries on payments, and openings of allocations, were reversed, by movement. */
    Map<String, Integer> reversed() {
        return reversed;
    }

    /** Points 2 and 3 for what the events since the last call touched. */
    void checkTouched(TestLedger ledger) {
        touched.forEach(account -> checkAccount(account, ledger));
        touchedPayments.forEach(this::checkPayment);
        touched.clear();
        touchedPayments.clear();
    }

    /** All four points for everything. */
    void checkAll(TestLedger ledger) {
        accounts.keySet().forEach(account -> checkAccount(account, ledger));
        paid.keySet().forEach(this::checkPayment);
        Map<Book, TreeMap<LocalDate, BigDecimal>> sums = new HashMap<>();
        accounts.forEach((account, balances) -> {
            if (!account.kind().memo()) {
                TreeMap<LocalDate, BigDecimal> sum =
                        sums.computeIfAbsent(new Book(account.fund(), account.year()), b -> new TreeMap<>());
                balances.changes().forEach((day, change) -> sum.merge(day, change, BigDecimal::add));
            }
        });
        sums.forEach((book, days) -> days.forEach(
                (day, change) -> assertThat(change).as("%s on %s", book, day).isZero()));
        closed.forEach((book, balances) -> {
            assertThat(balancesOn(book, lastDays.get(book)))
                    .as("%s as of its last day", book)
                    .isEqualTo(balances);
            checkClosed(book);
        });
    }

    BigDecimal balance(Account account) {
        DayBalances balances = accounts.get(account);
        return balances == null ? BigDecimal.ZERO : balances.total();
    }

    private void checkBalanced(LedgerEvent event) {
        Map<Book, BigDecimal> sums = new HashMap<>();
        event.postings()
                .forEach(posting -> sums.merge(
                        new Book(posting.account().fund(), posting.account().year()),
                        posting.amount(),
                        BigDecimal::add));
        sums.forEach((book, sum) -> assertThat(sum).as("%s in %s", event, book).isZero());
    }

    private void checkAccount(Account account, TestLedger ledger) {
        DayBalances balances = accounts.get(account);
        BigDecimal total = balances.total();
        if (!account.kind().mayBeNegative()) {
            BigDecimal running = BigDecimal.ZERO;
            for (Map.Entry<LocalDate, BigDecimal> day : balances.changes().entrySet()) {
                running = running.add(day.getValue());
                assertThat(running.signum())
                        .as("%s on %s is %s", account.name(), day.getKey(), running)
                        .isNotNegative();
            }
        }
        if (account.kind() == AccountKind.UNALLOCATED) {
            BigDecimal state =
                    ledger.ask(FundYear.key(account.fund(), account.year()), year -> year.unallocatedOn(LocalDate.MAX));
            assertThat(state).as(account.name()).isEqualByComparingTo(total);
            origins.check(account, balances, ledger);
        } else if (account.kind().key() == AccountKind.Key.ALLOCATION) {
            checkAllocation(account, ledger);
        }
    }

    private void checkAllocation(Account account, TestLedger ledger) {
        String no = account.allocation();
        BigDecimal available = balance(Account.of(AccountKind.AVAILABLE, account.fund(), account.year(), no));
        BigDecimal held = balance(Account.of(AccountKind.HELD, account.fund(), account.year(), no));
        BigDecimal stateAvailable = ledger.ask(Allocation.key(no), allocation -> allocation.availableOn(LocalDate.MAX));
        BigDecimal stateHeld = ledger.ask(Allocation.key(no), allocation -> allocation.heldOn(LocalDate.MAX));
        assertThat(stateAvailable).as(no).isEqualByComparingTo(available);
        assertThat(stateHeld).as(no).isEqualByComparingTo(held);
        BigDecimal net = paidByAllocation.getOrDefault(no, BigDecimal.ZERO);
        assertThat(inflow.getOrDefault(no, BigDecimal.ZERO))
                .as("what came into %s", no)
                .isEqualByComparingTo(available.add(held).add(net));
    }

    private void checkPayment(String reference) {
        BigDecimal running = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day :
                paid.get(reference).changes().entrySet()) {
            running = running.add(day.getValue());
            assertThat(running.signum())
                    .as("paid of %s on %s is %s", reference, day.getKey(), running)
                    .isNotNegative();
        }
        assertThat(demanded.getOrDefault(reference, BigDecimal.ZERO))
                .as("demanded back of %s, within what is paid net", reference)
                .isBetween(BigDecimal.ZERO, running);
    }

    private void checkClosed(Book book) {
        accounts.forEach((account, balances) -> {
            if (account.fund().equals(book.fund())
                    && account.year() == book.year()
                    && Set.of(AccountKind.AVAILABLE, AccountKind.HELD, AccountKind.UNALLOCATED)
                            .contains(account.kind())) {
                assertThat(balances.on(lastDays.get(book).plusDays(1)))
                        .as("%s after the year", account.name())
                        .isZero();
                assertThat(balances.total()).as(account.name()).isZero();
            }
        });
    }

    private Map<Account, BigDecimal> balancesOn(Book book, LocalDate day) {
        Map<Account, BigDecimal> balances = new HashMap<>();
        accounts.forEach((account, days) -> {
            if (account.fund().equals(book.fund())
                    && account.year() == book.year()
                    && !account.kind().memo()) {
                BigDecimal balance = days.on(day);
                if (balance.signum() != 0) {
                    balances.put(account, balance.stripTrailingZeros());
                }
            }
        });
        return balances;
    }

    private void notePayment(LedgerEvent event) {
        if (event instanceof FundsSpent e) {
            pay(e.reference(), e.allocationNo(), e.effectiveDate(), e.amount());
        } else if (event instanceof FundsRestored e) {
            pay(e.reference(), e.allocationNo(), e.effectiveDate(), e.amount().negate());
        } else if (event instanceof FundsNotRestored e) {
            pay(e.reference(), e.allocationNo(), e.effectiveDate(), e.amount().negate());
        } else if (event instanceof ReturnReversed e) {
            pay(e.reference(), e.allocationNo(), e.effectiveDate(), e.amount());
        } else if (event instanceof OpeningPaymentReversed e) {
            pay(e.reference(), e.allocationNo(), e.effectiveDate(), e.amount().negate());
        } else if (event instanceof OpeningPaymentRecorded e) {
            pay(e.reference(), e.allocationNo(), e.effectiveDate(), e.amount());
        }
    }

    private void noteDemand(LedgerEvent event) {
        if (event instanceof RecoveryDemanded e) {
            demand(e.reference(), e.amount());
        } else if (event instanceof RecoveryReceived e) {
            demand(e.reference(), e.amount().negate());
        } else if (event instanceof RecoveryWaived e) {
            demand(e.reference(), e.amount().negate());
        } else if (event instanceof DisbursementEntryReversed e && e.recoveryId() != null) {
            boolean ends = e.movement().equals("recovery-demand");
            demand(e.reference(), ends ? e.amount().negate() : e.amount());
        }
    }

    private void demand(String reference, BigDecimal change) {
        demanded.merge(reference, change, BigDecimal::add);
        touchedPayments.add(reference);
    }

    private void pay(String reference, String allocationNo, LocalDate day, BigDecimal change) {
        paid.computeIfAbsent(reference, r -> new DayBalances()).add(day, change);
        paidByAllocation.merge(allocationNo, change, BigDecimal::add);
        touchedPayments.add(reference);
    }

    private void noteInflow(LedgerEvent event) {
        if (event instanceof AllocationIssued e) {
            in(e.allocationNo(), e.amount());
        } else if (event instanceof AllocationOpened e) {
            in(e.allocationNo(), e.amount());
        } else if (event instanceof OpeningPaymentRecorded e) {
            in(e.allocationNo(), e.amount());
        } else if (event instanceof AllocationCarriedIn e) {
            in(e.allocationNo(), e.amount());
        } else if (event instanceof AllocationIncreased e) {
            in(e.allocationNo(), e.amount());
        } else if (event instanceof VirementReceived e) {
            in(e.allocationNo(), e.amount());
        } else if (event instanceof AllocationDecreased e) {
            in(e.allocationNo(), e.amount().negate());
        } else if (event instanceof VirementGiven e) {
            in(e.allocationNo(), e.amount().negate());
        } else if (event instanceof SurplusReturned e) {
            in(e.allocationNo(), e.amount().negate());
        } else if (event instanceof AllocationReclaimed e) {
            in(e.allocationNo(), e.amount().negate());
        } else if (event instanceof AllocationCarriedOut e) {
            in(e.allocationNo(), e.amount().negate());
        } else if (event instanceof FundsNotRestored e) {
            in(e.allocationNo(), e.amount().negate());
        } else if (event instanceof ReturnReversed e && !e.destination().equals("allocation")) {
            in(e.allocationNo(), e.amount());
        } else if (event instanceof OpeningPaymentReversed e) {
            in(e.allocationNo(), e.amount().negate());
        } else if (event instanceof VirementReceiptReversed e) {
            in(e.allocationNo(), e.amount().negate());
        } else if (event instanceof AllocationEntryReversed e) {
            boolean loses = Set.of("opening", "issue", "increase").contains(e.movement());
            in(e.allocationNo(), loses ? e.amount().negate() : e.amount());
        }
    }

    private void in(String allocationNo, BigDecimal change) {
        inflow.merge(allocationNo, change, BigDecimal::add);
    }
}
