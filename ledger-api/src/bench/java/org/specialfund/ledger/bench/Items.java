package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** The commands of the benchmark, each given by whom it takes. */
final class Items {

    /** A year whose every day has passed. */
    static final int YEAR = Year.now(ZoneOffset.UTC).getValue() - 1;

    static final LocalDate FIRST_DAY = LocalDate.of(YEAR, 1, 1);
    static final LocalDate DAY = LocalDate.of(YEAR, 6, 30);

    static final String DOCUMENT = "document";
    static final String HASH = "0123456789abcdef".repeat(4);
    private static final Person CLERK = Person.of("11111111-1111-4111-8111-111111111111", Role.CLERK, Role.PLANNER);
    private static final Person APPROVER =
            Person.of("22222222-2222-4222-8222-222222222222", Role.APPROVER, Role.LEADER);
    private static final People TWO = People.two(CLERK, APPROVER);

    private Items() {}

    static String fund(int number) {
        return "FUND-" + number;
    }

    static String allocation(Object number) {
        return "ALLOCATION-" + number;
    }

    static String payee(int number) {
        return "X:PAYEE-" + number;
    }

    static Item establish(int fund) {
        return item(
                new EstablishFund(
                        fund(fund),
                        "Fund " + fund,
                        "regular",
                        null,
                        "CNY",
                        FIRST_DAY,
                        null,
                        "Asia/Shanghai",
                        1,
                        List.of(),
                        null,
                        null,
                        "allocation",
                        "year",
                        "treasury",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        DOCUMENT,
                        null),
                "establish-" + fund);
    }

    static Item open(int fund) {
        return item(new OpenYear(fund(fund), YEAR, DOCUMENT, null), "open-" + fund);
    }

    static Item appropriate(int fund, BigDecimal amount) {
        return item(new AppropriateBudget(fund(fund), YEAR, amount, FIRST_DAY, DOCUMENT, null), "appropriate-" + fund);
    }

    static Item register(int payee) {
        return item(new RegisterPayee(payee(payee), "organisation", "Payee " + payee, null), "payee-" + payee);
    }

    static Item issue(int allocation, int fund, int payee, BigDecimal amount) {
        return item(
                new IssueAllocation(
                        allocation(allocation),
                        null,
                        fund(fund),
                        YEAR,
                        payee(payee),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        amount,
                        FIRST_DAY,
                        DOCUMENT,
                        null),
                "issue-" + allocation);
    }

    /** A payment that the treasury has made; the command's id is the client's key. */
    static Item pay(String reference, Payment payment, LocalDate day) {
        return item(
                new RecordDisbursement(
                        reference,
                        allocation(payment.allocation()),
                        payee(payment.payee()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        payment.amount(),
                        day,
                        DOCUMENT,
                        null),
                payment.key());
    }

    /** The metadata of a payment's events. */
    static Map<String, Object> metadata(String key) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("actor", APPROVER.id());
        metadata.put("role", Role.APPROVER.word());
        metadata.put("proposedBy", CLERK.id());
        metadata.put("confirmedBy", APPROVER.id());
        metadata.put("commandId", key);
        metadata.put("requestHash", HASH);
        metadata.put("correlationId", key);
        metadata.put("rulesVersion", 1);
        return metadata;
    }

    private static Item item(LedgerCommand command, String commandId) {
        People people = command.duty().needsTwo() ? TWO : People.alone(CLERK);
        return new Item(command, people, commandId, HASH, commandId, null, null);
    }
}
