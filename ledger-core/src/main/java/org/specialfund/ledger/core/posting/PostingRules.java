package org.specialfund.ledger.core.posting;

import static org.specialfund.ledger.core.posting.AccountKind.APPROPRIATED;
import static org.specialfund.ledger.core.posting.AccountKind.AVAILABLE;
import static org.specialfund.ledger.core.posting.AccountKind.CARRIED_IN;
import static org.specialfund.ledger.core.posting.AccountKind.CARRIED_OUT;
import static org.specialfund.ledger.core.posting.AccountKind.CLAIMED;
import static org.specialfund.ledger.core.posting.AccountKind.CLAIMS;
import static org.specialfund.ledger.core.posting.AccountKind.HELD;
import static org.specialfund.ledger.core.posting.AccountKind.RECLAIMED;
import static org.specialfund.ledger.core.posting.AccountKind.REPAID;
import static org.specialfund.ledger.core.posting.AccountKind.REPORTED;
import static org.specialfund.ledger.core.posting.AccountKind.REPORTING;
import static org.specialfund.ledger.core.posting.AccountKind.UNALLOCATED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The movements of the ledger by name. Amounts are above zero; a leg of zero is left out. */
public final class PostingRules {

    private PostingRules() {}

    /** A budget authorised to a year. */
    public static List<Posting> appropriated(String fund, int year, BigDecimal amount) {
        return move(amount, Account.of(APPROPRIATED, fund, year), Account.of(UNALLOCATED, fund, year));
    }

    /** A budget reduced. */
    public static List<Posting> appropriationReduced(String fund, int year, BigDecimal amount) {
        return swap(appropriated(fund, year, amount));
    }

    /** What a ledger that starts in mid-life finds unallocated. */
    public static List<Posting> openedUnallocated(String fund, int year, BigDecimal amount) {
        return move(amount, Account.of(CARRIED_IN, fund, year), Account.of(UNALLOCATED, fund, year));
    }

    /** What a ledger that starts in mid-life finds available on an allocation. */
    public static List<Posting> openedAvailable(String fund, int year, String allocation, BigDecimal amount) {
        return move(amount, Account.of(CARRIED_IN, fund, year), Account.of(AVAILABLE, fund, year, allocation));
    }

    /** What a ledger that starts in mid-life finds paid. */
    public static List<Posting> openedPaid(String fund, int year, String allocation, String payee, BigDecimal amount) {
        return move(amount, Account.of(CARRIED_IN, fund, year), Account.paid(fund, year, allocation, payee));
    }

    /** Money of the year assigned to an allocation. */
    public static List<Posting> allocated(String fund, int year, String allocation, BigDecimal amount) {
        return move(amount, Account.of(UNALLOCATED, fund, year), Account.of(AVAILABLE, fund, year, allocation));
    }

    /** Money of an allocation given back to the year: a decrease, or a surplus that stays in the year. */
    public static List<Posting> deallocated(String fund, int year, String allocation, BigDecimal amount) {
        return swap(allocated(fund, year, allocation, amount));
    }

    /** Money moved between allocations of one year. */
    public static List<Posting> virement(String fund, int year, String from, String to, BigDecimal amount) {
        return move(amount, Account.of(AVAILABLE, fund, year, from), Account.of(AVAILABLE, fund, year, to));
    }

    /** Money reserved by a payment under way. */
    public static List<Posting> held(String fund, int year, String allocation, BigDecimal amount) {
        return move(amount, Account.of(AVAILABLE, fund, year, allocation), Account.of(HELD, fund, year, allocation));
    }

    /** A reservation given up. */
    public static List<Posting> holdReleased(String fund, int year, String allocation, BigDecimal amount) {
        return swap(held(fund, year, allocation, amount));
    }

    /** A payment; {@code held} is the whole reservation behind it, zero for a payment recorded in one step. */
    public static List<Posting> spent(
            String fund, int year, String allocation, String payee, BigDecimal amount, BigDecimal held) {
        List<Posting> postings = new ArrayList<>(3);
        add(postings, Account.of(HELD, fund, year, allocation), held.negate());
        add(postings, Account.of(AVAILABLE, fund, year, allocation), held.subtract(amount));
        add(postings, Account.paid(fund, year, allocation, payee), amount);
        return List.copyOf(postings);
    }

    /** Paid money that came back and may be spent again by the same allocation. */
    public static List<Posting> restored(String fund, int year, String allocation, String payee, BigDecimal amount) {
        return move(amount, Account.paid(fund, year, allocation, payee), Account.of(AVAILABLE, fund, year, allocation));
    }

    /** Paid money that came back to the year, not to the allocation. */
    public static List<Posting> returnedToYear(
            String fund, int year, String allocation, String payee, BigDecimal amount) {
        return move(amount, Account.paid(fund, year, allocation, payee), Account.of(UNALLOCATED, fund, year));
    }

    /** Paid money that came back and went to the treasury. */
    public static List<Posting> repaid(String fund, int year, String allocation, String payee, BigDecimal amount) {
        return move(amount, Account.paid(fund, year, allocation, payee), Account.of(REPAID, fund, year));
    }

    /** Paid money that came back after the year's end, and is given to an open year. */
    public static List<Posting> returnedToOpenYear(
            String fund, int year, int openYear, String allocation, String payee, BigDecimal amount) {
        List<Posting> postings = new ArrayList<>(
                move(amount, Account.paid(fund, year, allocation, payee), Account.of(CARRIED_OUT, fund, year)));
        postings.addAll(move(amount, Account.of(CARRIED_IN, fund, openYear), Account.of(UNALLOCATED, fund, openYear)));
        return List.copyOf(postings);
    }

    /**
     * Paid money that came back, but not to its allocation: to the {@code year}, the {@code treasury} or an
     * {@code open-year}.
     */
    public static List<Posting> notRestored(
            String fund,
            int year,
            String allocation,
            String payee,
            String destination,
            @Nullable Integer openYear,
            BigDecimal amount) {
        return switch (destination) {
            case "year" -> returnedToYear(fund, year, allocation, payee, amount);
            case "treasury" -> repaid(fund, year, allocation, payee, amount);
            case "open-year" ->
                returnedToOpenYear(fund, year, Objects.requireNonNull(openYear), allocation, payee, amount);
            default -> throw new IllegalStateException("no destination " + destination);
        };
    }

    /** A surplus that goes to the treasury. */
    public static List<Posting> surplusToTreasury(String fund, int year, String allocation, BigDecimal amount) {
        return move(amount, Account.of(AVAILABLE, fund, year, allocation), Account.of(REPAID, fund, year));
    }

    /** Unallocated money taken back. */
    public static List<Posting> reclaimedFromYear(String fund, int year, BigDecimal amount) {
        return move(amount, Account.of(UNALLOCATED, fund, year), Account.of(RECLAIMED, fund, year));
    }

    /** An allocation's money taken back. */
    public static List<Posting> reclaimedFromAllocation(String fund, int year, String allocation, BigDecimal amount) {
        return move(amount, Account.of(AVAILABLE, fund, year, allocation), Account.of(RECLAIMED, fund, year));
    }

    /** Unallocated money carried into the next year. */
    public static List<Posting> yearCarriedOver(String fund, int year, int toYear, BigDecimal amount) {
        List<Posting> postings =
                new ArrayList<>(move(amount, Account.of(UNALLOCATED, fund, year), Account.of(CARRIED_OUT, fund, year)));
        postings.addAll(move(amount, Account.of(CARRIED_IN, fund, toYear), Account.of(UNALLOCATED, fund, toYear)));
        return List.copyOf(postings);
    }

    /** An allocation's money carried into a new allocation of the next year. */
    public static List<Posting> allocationCarriedOver(
            String fund, int year, String allocation, int toYear, String toAllocation, BigDecimal amount) {
        List<Posting> postings = new ArrayList<>(
                move(amount, Account.of(AVAILABLE, fund, year, allocation), Account.of(CARRIED_OUT, fund, year)));
        postings.addAll(
                move(amount, Account.of(CARRIED_IN, fund, toYear), Account.of(AVAILABLE, fund, toYear, toAllocation)));
        return List.copyOf(postings);
    }

    /** A payment that turns out to have gone to another payee. */
    public static List<Posting> payeeCorrected(
            String fund, int year, String allocation, String from, String to, BigDecimal amount) {
        return move(amount, Account.paid(fund, year, allocation, from), Account.paid(fund, year, allocation, to));
    }

    /** Memo: paid money demanded back. */
    public static List<Posting> recoveryDemanded(String fund, int year, BigDecimal amount) {
        return move(amount, Account.of(CLAIMS, fund, year), Account.of(CLAIMED, fund, year));
    }

    /** Memo: a demand received or waived. */
    public static List<Posting> recoveryEnded(String fund, int year, BigDecimal amount) {
        return swap(recoveryDemanded(fund, year, amount));
    }

    /** Memo: what a recipient reports as spent. */
    public static List<Posting> spendingReported(String fund, int year, BigDecimal amount) {
        return move(amount, Account.of(REPORTING, fund, year), Account.of(REPORTED, fund, year));
    }

    /** The postings of a reversal. */
    public static List<Posting> swap(List<Posting> postings) {
        return postings.stream()
                .map(posting -> new Posting(posting.account(), posting.amount().negate()))
                .toList();
    }

    private static List<Posting> move(BigDecimal amount, Account from, Account to) {
        List<Posting> postings = new ArrayList<>(2);
        add(postings, from, amount.negate());
        add(postings, to, amount);
        return List.copyOf(postings);
    }

    private static void add(List<Posting> postings, Account account, BigDecimal amount) {
        if (amount.signum() != 0) {
            postings.add(new Posting(account, amount));
        }
    }
}
