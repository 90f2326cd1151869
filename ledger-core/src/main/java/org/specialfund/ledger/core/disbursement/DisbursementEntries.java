package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.disbursement.command.CorrectDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectPayee;
import org.specialfund.ledger.core.disbursement.command.DemandRecovery;
import org.specialfund.ledger.core.disbursement.command.ReceiveRecovery;
import org.specialfund.ledger.core.disbursement.command.ReturnDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReverseDisbursement;
import org.specialfund.ledger.core.disbursement.command.SettleDisbursement;
import org.specialfund.ledger.core.disbursement.command.WaiveRecovery;
import org.specialfund.ledger.core.disbursement.event.DisbursementApproved;
import org.specialfund.ledger.core.disbursement.event.DisbursementCancelled;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementRejected;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementReviewed;
import org.specialfund.ledger.core.disbursement.event.DisbursementSettled;
import org.specialfund.ledger.core.disbursement.event.PayeeCorrected;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.ReversalOf;

/** Whose entry it is: writes the events of one disbursement. */
record DisbursementEntries(
        String reference, String fundCode, int year, String allocationNo, String payee, String currency) {

    DisbursementReviewed reviewed(String reviewer, BigDecimal amount, LocalDate day) {
        return new DisbursementReviewed(
                reference, fundCode, year, allocationNo, payee, reviewer, amount, currency, day);
    }

    DisbursementApproved approved(String level, boolean complete, String approver, BigDecimal amount, LocalDate day) {
        return new DisbursementApproved(
                reference, fundCode, year, allocationNo, payee, level, complete, approver, amount, currency, day);
    }

    DisbursementRejected rejected(String reason, BigDecimal amount, LocalDate day) {
        return new DisbursementRejected(reference, fundCode, year, allocationNo, payee, reason, amount, currency, day);
    }

    DisbursementCancelled cancelled(String reason, BigDecimal amount, LocalDate day) {
        return new DisbursementCancelled(reference, fundCode, year, allocationNo, payee, reason, amount, currency, day);
    }

    DisbursementSettled settled(SettleDisbursement c, BigDecimal held, BigDecimal paid) {
        return new DisbursementSettled(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                held,
                c.bankAccount(),
                c.bankReference(),
                c.bankLine(),
                paid,
                currency,
                c.paidOn(),
                c.documentRef(),
                c.documentSha256());
    }

    DisbursementReturned returned(ReturnDisbursement c, Entry e, String destination) {
        return new DisbursementReturned(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                c.kind(),
                destination,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256());
    }

    DisbursementReversed reversed(ReverseDisbursement c, String destination, BigDecimal amount, LocalDate day) {
        return new DisbursementReversed(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                false,
                destination,
                c.reason(),
                amount,
                currency,
                day,
                c.documentRef(),
                c.documentSha256());
    }

    DisbursementReversed reversedToCorrect(CorrectDisbursement c, BigDecimal was, LocalDate day) {
        return new DisbursementReversed(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                true,
                "allocation",
                c.reason(),
                was,
                currency,
                day,
                c.documentRef(),
                c.documentSha256());
    }

    DisbursementCorrected corrected(CorrectDisbursement c, BigDecimal is) {
        return new DisbursementCorrected(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                c.reason(),
                is,
                currency,
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256());
    }

    PayeeCorrected payeeCorrected(CorrectPayee c, BigDecimal net) {
        return new PayeeCorrected(
                reference,
                fundCode,
                year,
                allocationNo,
                c.toPayee(),
                payee,
                c.reason(),
                net,
                currency,
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256());
    }

    RecoveryDemanded recoveryDemanded(DemandRecovery c, int number, Entry e) {
        return new RecoveryDemanded(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                new RecoveryId(reference, number).toString(),
                c.reason(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256());
    }

    RecoveryReceived recoveryReceived(ReceiveRecovery c, String destination, Entry e) {
        return new RecoveryReceived(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                c.recoveryId(),
                destination,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256());
    }

    RecoveryWaived recoveryWaived(WaiveRecovery c, Entry e) {
        return new RecoveryWaived(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                c.recoveryId(),
                c.reason(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256());
    }

    SpendingReported spendingReported(Entry e) {
        return new SpendingReported(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256());
    }

    DisbursementReversed openingReversed(ReversalOf why, BigDecimal amount, LocalDate day) {
        return new DisbursementReversed(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                false,
                "opening",
                why.reason(),
                amount,
                currency,
                day,
                why.documentRef(),
                why.documentSha256());
    }

    DisbursementEntryReversed entryReversed(
            ReversalOf why, String movement, @Nullable String recoveryId, BigDecimal amount, LocalDate day) {
        return new DisbursementEntryReversed(
                reference,
                fundCode,
                year,
                allocationNo,
                payee,
                why.entry(),
                movement,
                recoveryId,
                amount,
                currency,
                day,
                why.reason(),
                why.documentRef(),
                why.documentSha256());
    }
}
