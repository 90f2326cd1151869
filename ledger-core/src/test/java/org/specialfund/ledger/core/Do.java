package org.specialfund.ledger.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.command.CloseAllocation;
import org.specialfund.ledger.core.allocation.command.ConfirmTrancheCondition;
import org.specialfund.ledger.core.allocation.command.DecreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IncreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.command.MoveFunds;
import org.specialfund.ledger.core.allocation.command.ReclaimAllocation;
import org.specialfund.ledger.core.allocation.command.ResumeAllocation;
import org.specialfund.ledger.core.allocation.command.ReturnSurplus;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.Tranche;
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
import org.specialfund.ledger.core.fund.command.AmendRules;
import org.specialfund.ledger.core.fund.command.CloseFund;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fund.command.ResumeFund;
import org.specialfund.ledger.core.fund.command.SuspendFund;
import org.specialfund.ledger.core.fund.event.CategoryRule;
import org.specialfund.ledger.core.fundyear.command.AdjustBudget;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.CarryOverUnallocated;
import org.specialfund.ledger.core.fundyear.command.CloseYear;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.OpeningAllocation;
import org.specialfund.ledger.core.fundyear.command.ReclaimUnallocated;
import org.specialfund.ledger.core.fundyear.command.RecordOpening;
import org.specialfund.ledger.core.fundyear.command.SetPlan;
import org.specialfund.ledger.core.fundyear.command.StartClosing;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.payee.command.BarPayee;
import org.specialfund.ledger.core.payee.command.ProposeAccount;
import org.specialfund.ledger.core.payee.command.RecordQualification;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.payee.command.UnbarPayee;
import org.specialfund.ledger.core.payee.command.VerifyAccount;
import org.specialfund.ledger.core.reversal.command.ReverseEntry;

/** Commands as tests say them: on the fund F1 and its year 2026, with a document, unless they say otherwise. */
public final class Do {

    private static final String DOC = "锡财预〔2026〕15号";

    private Do() {}

    /** A fund under ordinary rules, to be changed. */
    public static FundOf fund(String code) {
        return new FundOf(code);
    }

    public static OpenYear openYear(int year) {
        return openYear("F1", year);
    }

    public static OpenYear openYear(String fund, int year) {
        return new OpenYear(fund, year, DOC, null);
    }

    public static SuspendFund suspendFund(String cause, String day) {
        return new SuspendFund("F1", cause, day(day), "a reason", null, null);
    }

    public static ResumeFund resumeFund(String cause, String day) {
        return new ResumeFund("F1", cause, day(day), "a reason", null, null);
    }

    public static CloseFund closeFund(String day) {
        return new CloseFund("F1", day(day), DOC, null);
    }

    public static RegisterPayee payee(String payee) {
        return new RegisterPayee(payee, "organisation", "A unit", null);
    }

    public static ProposeAccount account(String payee, String accountId) {
        return new ProposeAccount(payee, accountId, "hash-" + accountId, "1234", "A bank");
    }

    public static VerifyAccount verify(String payee, String accountId) {
        return new VerifyAccount(payee, accountId, null, null);
    }

    public static RecordQualification qualification(String payee) {
        return new RecordQualification(payee, "network", "ISO 27001", day("2027-01-01"), DOC, null);
    }

    public static BarPayee bar(String payee, String from, String to) {
        return new BarPayee(payee, day(from), to == null ? null : day(to), "a reason", DOC, null);
    }

    public static UnbarPayee unbar(String payee, String day) {
        return new UnbarPayee(payee, day(day), "a reason", DOC, null);
    }

    public static AppropriateBudget appropriate(String amount, String day) {
        return appropriate("F1", 2026, amount, day);
    }

    public static AppropriateBudget appropriate(String fund, int year, String amount, String day) {
        return new AppropriateBudget(fund, year, amount(amount), day(day), DOC, null);
    }

    public static AdjustBudget increaseBudget(String amount, String day) {
        return new AdjustBudget("F1", 2026, "increase", amount(amount), day(day), DOC, null);
    }

    public static AdjustBudget reduceBudget(String amount, String day) {
        return new AdjustBudget("F1", 2026, "reduce", amount(amount), day(day), DOC, null);
    }

    /** A plan of line, ceiling, line, ceiling … */
    public static SetPlan plan(String... linesAndCeilings) {
        List<PlanLine> lines = new ArrayList<>();
        for (int i = 0; i < linesAndCeilings.length; i += 2) {
            lines.add(new PlanLine(linesAndCeilings[i], null, amount(linesAndCeilings[i + 1])));
        }
        return new SetPlan("F1", 2026, lines, DOC, null, null);
    }

    public static RecordOpening opening(String unallocated, String day, OpeningAllocation... allocations) {
        return new RecordOpening("F1", 2026, amount(unallocated), List.of(allocations), day(day), DOC, null);
    }

    /** What an opening says of an allocation: paid is reference, amount, reference, amount …, all to T:1. */
    public static OpeningAllocation opened(String no, String available, String... paid) {
        List<OpeningAllocation.OpeningPayment> payments = new ArrayList<>();
        for (int i = 0; i < paid.length; i += 2) {
            payments.add(new OpeningAllocation.OpeningPayment(paid[i], "T:1", amount(paid[i + 1])));
        }
        return new OpeningAllocation(no, null, "T:1", null, 2025, amount(available), payments);
    }

    public static ReclaimUnallocated reclaimYear(String amount, String day) {
        return reclaimYear(2026, null, amount, day);
    }

    /** Money that came from the budget of an earlier year. */
    public static ReclaimUnallocated reclaimYear(int year, Integer origin, String amount, String day) {
        return new ReclaimUnallocated("F1", year, origin, amount(amount), day(day), DOC, null);
    }

    public static CarryOverUnallocated carryYear(int year, int origin, String amount, String authorising) {
        return new CarryOverUnallocated("F1", year, origin, amount(amount), authorising, DOC, null);
    }

    public static StartClosing startClosing(int year) {
        return new StartClosing("F1", year, DOC, null);
    }

    public static CloseYear closeYear(int year) {
        return new CloseYear("F1", year, DOC, null);
    }

    public static IssueAllocation issue(String no, String amount, String day) {
        return issue("F1", 2026, no, amount, day);
    }

    public static IssueAllocation issue(String fund, int year, String no, String amount, String day) {
        return issue(fund, year, no, "T:1", null, null, amount, day);
    }

    /** Under a line of the plan. */
    public static IssueAllocation issueLine(String no, String line, String amount, String day) {
        return issue("F1", 2026, no, "T:1", null, line, amount, day);
    }

    /** For a category. */
    public static IssueAllocation issueFor(String no, String category, String amount, String day) {
        return issue("F1", 2026, no, "T:1", category, null, amount, day);
    }

    public static IssueAllocation issue(
            String fund,
            int year,
            String no,
            String recipient,
            String category,
            String line,
            String amount,
            String day) {
        return issue(fund, year, no, recipient, category, line, null, amount, day);
    }

    /** With money that came from the budget of an earlier year. */
    public static IssueAllocation issueOf(int origin, int year, String no, String amount, String day) {
        return issue("F1", year, no, "T:1", null, null, origin, amount, day);
    }

    private static IssueAllocation issue(
            String fund,
            int year,
            String no,
            String recipient,
            String category,
            String line,
            Integer origin,
            String amount,
            String day) {
        return new IssueAllocation(
                no,
                null,
                fund,
                year,
                recipient,
                category,
                line,
                null,
                null,
                null,
                null,
                null,
                origin,
                amount(amount),
                day(day),
                DOC,
                null);
    }

    /** An issue that names a project, in its category. */
    public static IssueAllocation issueOf(String projectNo, String no, String amount, String day) {
        return new IssueAllocation(
                no,
                null,
                "F1",
                2026,
                "T:1",
                "network",
                null,
                projectNo,
                null,
                null,
                null,
                null,
                null,
                amount(amount),
                day(day),
                DOC,
                null);
    }

    public static IncreaseAllocation increase(String no, String amount, String day) {
        return new IncreaseAllocation(no, amount(amount), day(day), DOC, null);
    }

    public static DecreaseAllocation decrease(String no, String amount, String day) {
        return new DecreaseAllocation(no, amount(amount), day(day), DOC, null);
    }

    public static MoveFunds move(String from, String to, String amount, String day) {
        return new MoveFunds(from, to, amount(amount), day(day), DOC, null);
    }

    public static ReturnSurplus surplus(String no, String amount, String day) {
        return new ReturnSurplus(no, amount(amount), day(day), DOC, null);
    }

    public static ReclaimAllocation reclaim(String no, String amount, String day) {
        return new ReclaimAllocation(no, amount(amount), day(day), DOC, null);
    }

    public static CarryOverAllocation carry(String no, String to, String amount, String authorising) {
        return new CarryOverAllocation(no, to, amount(amount), authorising, DOC, null);
    }

    public static SuspendAllocation suspend(String no, String cause, String day) {
        return new SuspendAllocation(no, cause, day(day), "a reason", null, null);
    }

    public static ResumeAllocation resume(String no, String cause, String day) {
        return new ResumeAllocation(no, cause, day(day), "a reason", null, null);
    }

    public static CloseAllocation close(String no, String day) {
        return new CloseAllocation(no, day(day), DOC, null);
    }

    /** Tranches of these amounts, in order. */
    public static AgreeTranches tranches(String no, String... amounts) {
        List<Tranche> tranches = new ArrayList<>();
        for (String amount : amounts) {
            tranches.add(new Tranche(tranches.size() + 1, amount(amount), "a condition"));
        }
        return new AgreeTranches(no, tranches, DOC, null, null);
    }

    public static ConfirmTrancheCondition confirmTranche(String no, int tranche) {
        return new ConfirmTrancheCondition(no, tranche, DOC, null);
    }

    public static RequestDisbursement request(String reference, String no, String amount, String day) {
        return new PaymentOf(reference, no, amount, day).request();
    }

    public static RecordDisbursement record(String reference, String no, String amount, String day) {
        return new PaymentOf(reference, no, amount, day).record();
    }

    /** A payment of which more is to be said. */
    public static PaymentOf payment(String reference, String no, String amount, String day) {
        return new PaymentOf(reference, no, amount, day);
    }

    public static ReviewDisbursement review(String reference) {
        return new ReviewDisbursement(reference);
    }

    public static ApproveDisbursement approve(String reference) {
        return new ApproveDisbursement(reference);
    }

    public static RejectDisbursement reject(String reference, String day) {
        return new RejectDisbursement(reference, day(day), "a reason");
    }

    public static CancelDisbursement cancel(String reference, String day) {
        return new CancelDisbursement(reference, day(day), "a reason");
    }

    /** All that is held, under a bank reference of its own. */
    public static SettleDisbursement settle(String reference, String day) {
        return settle(reference, null, "bank-" + reference, 1, day);
    }

    public static SettleDisbursement settle(String reference, String amount, String bank, int line, String day) {
        return new SettleDisbursement(
                reference, amount == null ? null : amount(amount), "treasury-1", bank, line, day(day), null, null);
    }

    public static ReturnDisbursement bounce(String reference, String amount, String day) {
        return new ReturnDisbursement(reference, "bounced", amount(amount), day(day), DOC, null);
    }

    public static ReverseDisbursement reverse(String reference) {
        return new ReverseDisbursement(reference, "a reason", DOC, null);
    }

    public static CorrectDisbursement correct(String reference, String amount, String day) {
        return new CorrectDisbursement(reference, "a reason", amount(amount), day(day), DOC, null);
    }

    public static CorrectPayee correctPayee(String reference, String to, String day) {
        return new CorrectPayee(reference, to, day(day), "a reason", DOC, null);
    }

    public static DemandRecovery demand(String reference, String amount, String day) {
        return new DemandRecovery(reference, "a reason", amount(amount), day(day), DOC, null);
    }

    public static ReceiveRecovery receive(String recoveryId, String amount, String day) {
        return new ReceiveRecovery(recoveryId, amount(amount), day(day), DOC, null);
    }

    public static WaiveRecovery waive(String recoveryId, String amount, String day) {
        return new WaiveRecovery(recoveryId, "a reason", amount(amount), day(day), DOC, null);
    }

    public static ReportSpending report(String reference, String amount, String day) {
        return new ReportSpending(reference, amount(amount), day(day), DOC, null);
    }

    public static ReverseEntry reverseEntry(String entry) {
        return new ReverseEntry(entry, "a reason", DOC, null);
    }

    public static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** A payment, to be requested or recorded. */
    public static final class PaymentOf {

        private final String reference;
        private final String no;
        private final BigDecimal amount;
        private final LocalDate day;
        private String payee = "T:1";
        private String accountId;
        private String category;
        private String invoiceNo;
        private BigDecimal invoiceAmount;
        private Integer tranche;
        private String bankReference;
        private Integer bankLine;
        private String despite;

        private PaymentOf(String reference, String no, String amount, String day) {
            this.reference = reference;
            this.no = no;
            this.amount = Do.amount(amount);
            this.day = Do.day(day);
        }

        public PaymentOf to(String other) {
            payee = other;
            return this;
        }

        public PaymentOf account(String id) {
            accountId = id;
            return this;
        }

        public PaymentOf category(String word) {
            category = word;
            return this;
        }

        /** An invoice, and its amount or null. */
        public PaymentOf invoice(String number, String stated) {
            invoiceNo = number;
            invoiceAmount = stated == null ? null : Do.amount(stated);
            return this;
        }

        public PaymentOf tranche(int number) {
            tranche = number;
            return this;
        }

        public PaymentOf bank(String bank, int line) {
            bankReference = bank;
            bankLine = line;
            return this;
        }

        public PaymentOf despite(String why) {
            despite = why;
            return this;
        }

        public RequestDisbursement request() {
            return new RequestDisbursement(
                    reference,
                    no,
                    payee,
                    accountId,
                    category,
                    null,
                    null,
                    null,
                    invoiceNo,
                    invoiceAmount,
                    tranche,
                    amount,
                    day,
                    null,
                    null);
        }

        public RecordDisbursement record() {
            return new RecordDisbursement(
                    reference,
                    no,
                    payee,
                    accountId,
                    category,
                    null,
                    null,
                    null,
                    invoiceNo,
                    invoiceAmount,
                    tranche,
                    bankReference == null ? null : "treasury-1",
                    bankReference,
                    bankLine,
                    despite,
                    amount,
                    day,
                    null,
                    null);
        }
    }

    /** A fund, to be established, or its rules amended. */
    public static final class FundOf {

        private final String code;
        private String currency = "CNY";
        private LocalDate termTo;
        private String timeZone = "Asia/Shanghai";
        private int firstMonth = 1;
        private List<String> categories = List.of();
        private BigDecimal leaderThreshold;
        private String returnsTo = "allocation";
        private String surplusTo = "year";
        private String lateReturnsTo = "treasury";
        private Integer noticeWorkingDays;
        private Integer reviewsRequired;
        private List<CategoryRule> categoryRules = List.of();

        private FundOf(String code) {
            this.code = code;
        }

        public FundOf currency(String other) {
            currency = other;
            return this;
        }

        public FundOf until(String lastDay) {
            termTo = Do.day(lastDay);
            return this;
        }

        public FundOf zone(String zone) {
            timeZone = zone;
            return this;
        }

        public FundOf firstMonth(int month) {
            firstMonth = month;
            return this;
        }

        public FundOf categories(String... words) {
            categories = List.of(words);
            return this;
        }

        public FundOf leaderFrom(String threshold) {
            leaderThreshold = Do.amount(threshold);
            return this;
        }

        public FundOf returnsTo(String where) {
            returnsTo = where;
            return this;
        }

        public FundOf surplusTo(String where) {
            surplusTo = where;
            return this;
        }

        public FundOf notice(int workingDays) {
            noticeWorkingDays = workingDays;
            return this;
        }

        public FundOf reviews(int required) {
            reviewsRequired = required;
            return this;
        }

        public FundOf requires(String category, String... words) {
            categoryRules = List.of(new CategoryRule(category, List.of(words)));
            return this;
        }

        public FundOf lateReturnsTo(String where) {
            lateReturnsTo = where;
            return this;
        }

        public EstablishFund command() {
            return new EstablishFund(
                    code,
                    "A fund",
                    "regular",
                    null,
                    currency,
                    Do.day("2024-01-01"),
                    termTo,
                    timeZone,
                    firstMonth,
                    categories,
                    leaderThreshold,
                    null,
                    returnsTo,
                    surplusTo,
                    lateReturnsTo,
                    noticeWorkingDays,
                    reviewsRequired,
                    categoryRules,
                    List.of(),
                    DOC,
                    null);
        }

        public AmendRules amendedFrom(String day) {
            return new AmendRules(
                    code,
                    Do.day(day),
                    timeZone,
                    firstMonth,
                    categories,
                    leaderThreshold,
                    null,
                    returnsTo,
                    surplusTo,
                    lateReturnsTo,
                    noticeWorkingDays,
                    reviewsRequired,
                    categoryRules,
                    List.of(),
                    DOC,
                    null,
                    null);
        }
    }
}
