package org.specialfund.ledger.api.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;

/** A sample of every command but of those that carry another. */
public final class SampleCommands {

    private static final String CODES =
            "accountHash accountId allocationNo bankAccount bankReference cause fundCode line planLine"
                    + " projectNo proposalId reference toAllocationNo";

    private SampleCommands() {}

    /** One of each, every field filled in. */
    public static List<LedgerCommand> all() {
        return LedgerCore.commands().stream()
                .filter(type -> type != ProposeCommand.class)
                .map(type -> (LedgerCommand) Samples.of(type, true, values()))
                .toList();
    }

    /** What the form of a command demands. */
    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        Arrays.stream(CODES.split(" ")).forEach(code -> values.put(code, code + "-1"));
        List.of("payee", "recipient", "toPayee").forEach(payee -> values.put(payee, "CN-USCC:91320200MADEM0002T"));
        values.put("documentSha256", "0123456789abcdef".repeat(4));
        values.put("timeZone", "Asia/Shanghai");
        values.put("firstMonth", 7);
        values.put("noticeWorkingDays", 7);
        values.put("reviewsRequired", 5);
        values.put("requires", List.of("qualification", "acceptance"));
        values.put("tranche", 2);
        values.put("number", 1);
        values.put("bankLine", 3);
        values.put("originYear", 2025);
        values.put("lastFour", "1234");
        values.put("direction", "reduce");
        values.put("returnsTo", "allocation");
        values.put("surplusTo", "year");
        values.put("lateReturnsTo", "open-year");
        values.put("recoveryId", "reference-1:1");
        values.put("objectionId", "projectNo-1:1");
        values.put("applicant", "CN-USCC:91320200MADEM0002T");
        values.put("score", 85);
        values.put("SupervisionThreshold.name", "dormantDays");
        values.put("SupervisionThreshold.value", new BigDecimal("90"));
        values.put("person", "person-1");
        values.put("unit", "CN-USCC:91320200MADEM0002T");
        values.put("expert", "person-1");
        values.put("milestone", "milestone-1");
        values.put("calendar", "CN");
        values.put("daysOff", List.of(LocalDate.of(2026, 1, 1)));
        values.put("workingDays", List.of(LocalDate.of(2026, 1, 4)));
        values.put("CheckProject.result", "sent-back");
        values.put("entry", "allocation:a1@3");
        List.of("RaiseRedFlag", "DismissRedFlag", "ConvertRedFlag").forEach(flag -> {
            values.put(flag + ".rule", "split");
            values.put(flag + ".version", 1);
        });
        values.put("RaiseRedFlag.entries", List.of("allocation:a1@3"));
        List.of("auditNo", "findingId", "sampleId", "evidenceId", "seed")
                .forEach(code -> values.put(code, code + "-1"));
        values.put("PlanAudit.kind", "special");
        values.put("PlanAudit.fundCodes", List.of("F1"));
        values.put("days", 3);
        values.put("dayKind", "calendar");
        values.put("method", "monetary-unit");
        values.put("DrawSample.size", 25);
        values.put("negatives", 5);
        values.put("mediaType", "application/pdf");
        values.put("sha256", "0123456789abcdef".repeat(4));
        values.put("severity", "severe");
        values.put("unit", "CN-USCC:91320200MADEM0002T");
        values.put("entries", List.of("allocation:a1@3"));
        values.put("allocationNos", List.of("A1"));
        values.put("EstablishFund.kind", "entrusted");
        values.put("RegisterPayee.kind", "organisation");
        values.put("ReturnDisbursement.kind", "bounced");
        return values;
    }
}
