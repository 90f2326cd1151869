package org.specialfund.ledger.core.fundyear.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Role;

/**
 * Records what a ledger that starts in mid-life finds in a fund year, before any other entry of the year.
 *
 * @param unallocated what is unallocated; zero where nothing is
 * @param effectiveDate the day of the opening, within the year
 */
@EventType("fund-year.record-opening")
public record RecordOpening(
        String fundCode,
        int year,
        BigDecimal unallocated,
        List<OpeningAllocation> allocations,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public RecordOpening {
        allocations = allocations == null ? List.of() : List.copyOf(allocations);
        Form form = new Form()
                .code("fundCode", fundCode)
                .year("year", year)
                .amount("unallocated", unallocated)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256);
        form.that(allocations.size() <= 1_000, "allocations", "too-long");
        allocations.forEach(allocation -> check(form, allocation, year));
        form.distinct(
                        "allocations.allocationNo",
                        allocations.stream()
                                .map(OpeningAllocation::allocationNo)
                                .toList())
                .distinct(
                        "allocations.payments.reference",
                        allocations.stream()
                                .flatMap(allocation -> allocation.payments().stream())
                                .map(OpeningAllocation.OpeningPayment::reference)
                                .toList())
                .check();
    }

    @Override
    public void checkSign() {
        Amounts.checkNotNegative(unallocated);
        allocations.forEach(allocation -> {
            Amounts.checkNotNegative(allocation.available());
            allocation.payments().forEach(payment -> Amounts.checkPositive(payment.paid()));
        });
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }

    private static void check(Form form, OpeningAllocation allocation, int year) {
        form.code("allocations.allocationNo", allocation.allocationNo())
                .optionalText("allocations.indicatorNo", allocation.indicatorNo())
                .payee("allocations.recipient", allocation.recipient())
                .optionalText("allocations.category", allocation.category())
                .range("allocations.originYear", allocation.originYear(), 1901, year)
                .amount("allocations.available", allocation.available())
                .that(allocation.payments().size() <= 1_000, "allocations.payments", "too-long");
        allocation.payments().forEach(payment -> form.code("allocations.payments.reference", payment.reference())
                .payee("allocations.payments.payee", payment.payee())
                .amount("allocations.payments.paid", payment.paid()));
    }
}
