package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** What the year of {@link CityYearTest} says in one line: one fund, on a ledger and a clock of its own. */
@Import(CityYear.AYearAgo.class)
@ContextConfiguration(initializers = CityYear.OwnDatabase.class)
@DirtiesContext
abstract class CityYear extends LedgerHttpTest {

    protected static final String FUND = "CITY";
    protected static final String BOOK = "/funds/" + FUND + "/years/2025";
    protected static final String APRIL = "/reconciliations/" + FUND + "/2025/2025-04";
    protected static final String SUPPLIER = "TEST:SUPPLIER";

    protected static final String FUND_BODY = """
            {"fundCode": "CITY", "name": "数字城市专项资金", "kind": "regular", "currency": "CNY",
             "termFrom": "2024-01-01", "timeZone": "Asia/Shanghai", "firstMonth": 1,
             "categories": ["network", "platform", "training"], "leaderThreshold": "500000.00",
             "approvalThreshold": "1000000.00", "noticeWorkingDays": 5, "reviewsRequired": 1,
             "returnsTo": "allocation", "surplusTo": "year", "lateReturnsTo": "treasury", %s}""".formatted(DOCUMENT);

    private static final MovedClock CLOCK = MovedClock.at("2025-01-02");
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private long position;

    /** The ledger's clock; sessions and tokens go by the machine's. */
    @TestConfiguration
    static class AYearAgo {

        @Bean
        @Primary
        Clock movedClock() {
            return CLOCK;
        }
    }

    /** Events of 2025 among those of other tests would make times run backwards. */
    static class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "own database", Map.of("spring.datasource.url", TestDatabase.fresh())));
        }
    }

    @Override
    protected String token(String user) {
        return TOKENS.computeIfAbsent(user, this::newToken);
    }

    /** It becomes that day. */
    protected static void on(String day) {
        CLOCK.set(day);
    }

    protected static String today() {
        return LocalDate.now(CLOCK.withZone(ZoneId.of("Asia/Shanghai"))).toString();
    }

    /** What is known so far, as a position: the database's clock, which dates recording, is not moved. */
    protected String known() {
        return Long.toString(position);
    }

    protected static String movement(String amount) {
        return movement(amount, today());
    }

    protected static String day() {
        return "{\"effectiveDate\": \"" + today() + "\"}";
    }

    protected static String dated() {
        return "{\"effectiveDate\": \"" + today() + "\", " + DOCUMENT + "}";
    }

    protected static String decision() {
        return "{\"effectiveDate\": \"" + today() + "\", \"reason\": \"卷宗为证\"}";
    }

    protected static String reasonedDay() {
        return "{\"effectiveDate\": \"" + today() + "\", \"reason\": \"异议成立\", " + DOCUMENT + "}";
    }

    protected static String submission(String project, String category) {
        return """
                {"projectNo": "%s", "applicant": "%s", "title": "城市数据平台", "category": "%s",
                 "asksFor": [{"fundCode": "%s", "year": 2025}, {"fundCode": "%s", "year": 2026}],
                 "amount": "4000000.00", "effectiveDate": "%s"}""".formatted(project, DemoUsers.UNIT, category, FUND, FUND, today());
    }

    protected static String issue(String no, String amount, String category, String line, String project) {
        String named = project == null ? "" : "\"projectNo\": \"" + project + "\", ";
        return """
                {%s"allocationNo": "%s", "fundCode": "%s", "year": 2025, "recipient": "%s", "category": "%s",
                 "planLine": "%s", "amount": "%s", "effectiveDate": "%s", %s}""".formatted(named, no, FUND, DemoUsers.UNIT, category, line, amount, today(), DOCUMENT);
    }

    protected static String request(String reference, String allocation, String amount, String invoice) {
        return """
                {"reference": "%s", "allocationNo": "%s", "payee": "%s", "accountId": "MAIN", "amount": "%s",
                 "invoiceNo": "%s", "effectiveDate": "%s"}""".formatted(reference, allocation, SUPPLIER, amount, invoice, today());
    }

    protected static String carried(String to, String amount) {
        return "{\"toAllocationNo\": \"" + to + "\", \"amount\": \"" + amount + "\", " + DOCUMENT + "}";
    }

    protected static String finding(String id, String severity, String entry, String allocation) {
        return """
                {"findingId": "%s", "title": "验收材料不全", "statement": "先付款后验收", "severity": "%s", "unit": "%s",
                 "entries": ["%s"], "allocationNos": ["%s"]}""".formatted(id, severity, DemoUsers.UNIT, entry, allocation);
    }

    protected void settled(String reference, String allocation, String amount, String day, boolean leader) {
        settled(reference, allocation, amount, day, leader, "INV-" + reference);
    }

    /** A payment decided in the ledger by four or five people. */
    protected void settled(
            String reference, String allocation, String amount, String day, boolean leader, String invoice) {
        on(day);
        String path = "/disbursements/" + reference;
        done("unit", "/disbursements", request(reference, allocation, amount, invoice));
        done("reviewer", path + "/review", "");
        done("approver", path + "/approve", "");
        String settlement =
                "{\"bankAccount\": \"FIN-1\", \"bankReference\": \"B-" + reference + "\", \"paidOn\": \"" + day + "\"}";
        if (leader) {
            refused("treasury", path + "/settle", settlement, "not-in-this-state");
            done("leader", path + "/approve", "");
        }
        done("treasury", path + "/settle", settlement);
    }

    /** A payment that the treasury had already made. */
    protected void recorded(String reference, String allocation, String amount, String day) {
        on(day);
        clerks("/disbursements/record", """
                {"reference": "%s", "allocationNo": "%s", "payee": "%s", "amount": "%s", "effectiveDate": "%s",
                 "bankAccount": "FIN-1", "bankReference": "B-%s", %s}""".formatted(
                        reference, allocation, SUPPLIER, amount, day, reference, DOCUMENT));
    }

    protected void uploaded(String user, String path, MultipartBody body) {
        HttpResponse<String> kept = send(as(user, "/api/v1" + path)
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body.publisher()));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    }

    protected void refused(String user, String path, String json, String code) {
        problem(send(post(user, "/api/v1" + path, json)), 409, code);
    }

    /** What a read shows of everything recorded so far. */
    protected JsonNode read(String user, String path) {
        return JSON.readTree(readText(user, path));
    }

    @Override
    protected HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> response = super.send(request);
        response.headers()
                .firstValueAsLong("X-Ledger-Position")
                .ifPresent(reached -> position = Math.max(position, reached));
        return response;
    }

    protected String readText(String user, String path) {
        String upToDate = path + (path.contains("?") ? "&" : "?") + "minPosition=" + position;
        HttpResponse<String> response = get(user, upToDate);
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return response.body();
    }

    protected void balance(String account, String amount) {
        assertThat(text(read("auditor", "/balances?account=" + account), "balance"))
                .as(account)
                .isEqualTo(amount);
    }

    protected JsonNode figures(String path) {
        return read("auditor", path);
    }

    private String newToken(String user) {
        return send(request("/api/v1/tokens")
                        .header(HttpHeaders.AUTHORIZATION, basic(user, "demo"))
                        .header(HttpHeaders.ACCEPT, "text/plain")
                        .POST(BodyPublishers.noBody()))
                .body();
    }
}
