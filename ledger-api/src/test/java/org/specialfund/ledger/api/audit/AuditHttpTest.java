package org.specialfund.ledger.api.audit;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.specialfund.ledger.api.MultipartBody;
import org.specialfund.ledger.api.security.DemoUsers;

/** What tests of audits over HTTP say in one line. */
abstract class AuditHttpTest extends LedgerHttpTest {

    protected static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    protected static String day(LocalDate day) {
        return "{\"effectiveDate\": \"" + day + "\"}";
    }

    protected static String decision(LocalDate day) {
        return "{\"effectiveDate\": \"" + day + "\", \"reason\": \"the files show it\"}";
    }

    /** An audit of a fund's year, by the demonstration's auditor and inspector. */
    protected String planned(String fund) {
        String audit = fresh("AU-");
        done("auditor", "/audits", """
                {"auditNo": "%s", "title": "专项资金审计", "kind": "special", "fundCodes": ["%s"], "years": [%d],
                 "team": ["%s", "%s"]}""".formatted(
                        audit, fund, YEAR, DemoUsers.personId("auditor"), DemoUsers.personId("inspector")));
        return audit;
    }

    /** The same, in fieldwork. */
    protected String inFieldwork(String fund) {
        String audit = planned(fund);
        done("auditor", "/audits/" + audit + "/notice", notice(TODAY.minusDays(3)));
        done("auditor", "/audits/" + audit + "/fieldwork", day(TODAY));
        return audit;
    }

    protected static String notice(LocalDate servedOn) {
        return "{\"servedOn\": \"%s\", %s}".formatted(servedOn, DOCUMENT);
    }

    protected static String finding(String id, String severity, String unit, String entry, String allocation) {
        return """
                {"findingId": "%s", "title": "提前拨付", "statement": "先付款后验收", "severity": "%s", "unit": "%s",
                 "entries": ["%s"], "allocationNos": ["%s"]}""".formatted(id, severity, unit, entry, allocation);
    }

    protected HttpResponse<String> upload(String user, String audit, String evidenceId, byte[] content, String key) {
        MultipartBody body = new MultipartBody().field("evidenceId", evidenceId).file("file", "contract.pdf", content);
        return send(as(user, "/api/v1/audits/" + audit + "/evidence")
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", key)
                .POST(body.publisher()));
    }

    protected HttpResponse<String> upload(String user, String audit, String evidenceId, byte[] content) {
        return upload(user, audit, evidenceId, content, UUID.randomUUID().toString());
    }

    /** A payment of the year's first day that the treasury has already made. */
    protected static String paid(String reference, String allocation, String payee, String amount) {
        String body = """
                {"reference": "%s", "allocationNo": "%s", "payee": "%s", "amount": "%s", "effectiveDate": "%s", %s}""";
        return body.formatted(reference, allocation, payee, amount, firstDay(YEAR), DOCUMENT);
    }
}
