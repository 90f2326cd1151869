package org.specialfund.ledger.api.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.specialfund.ledger.api.MultipartBody;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The life of a month over HTTP: statement, lists, explanations, two signatures, and what comes later. */
class ReconciliationLifeTest extends LedgerHttpTest {

    /** Ended, and of a fiscal year that has not: the fund's year begins with it. */
    private static final YearMonth MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(2);

    private static final int BOOK = MONTH.atDay(1).plusYears(1).minusDays(1).getYear();

    @Autowired
    private JdbcTemplate jdbc;

    private String fund;
    private String allocation;
    private String payee;
    private String path;

    @BeforeEach
    void aMonthWithTwoPayments() {
        fund = fresh("REC-");
        payee = payee();
        two(
                "planner",
                "leader",
                "/funds",
                fundBody(fund).replace("\"firstMonth\": 1", "\"firstMonth\": " + MONTH.getMonthValue()));
        clerks("/funds/" + fund + "/years/" + BOOK, document());
        clerks("/funds/" + fund + "/years/" + BOOK + "/appropriations", movement("1000.00", day(1)));
        allocation = fresh("A-");
        String issue = """
                {"allocationNo": "%s", "fundCode": "%s", "year": %d, "recipient": "%s", "amount": "800.00",
                 "effectiveDate": "%s", %s}""";
        clerks("/allocations", issue.formatted(allocation, fund, BOOK, payee, day(1), DOCUMENT));
        path = "/reconciliations/" + fund + "/" + BOOK + "/" + MONTH;
        pay("100.00", 5, "B-1");
        pay("30.00", 20, "B-2");
    }

    private static String day(int day) {
        return MONTH.atDay(day).toString();
    }

    private String payment(String reference, String amount, String day, String bankReference) {
        return """
                {"reference": "%s", "allocationNo": "%s", "payee": "%s", "amount": "%s", "effectiveDate": "%s",
                 "bankAccount": "ACC", "bankReference": "%s", %s}""".formatted(reference, allocation, payee, amount, day, fund + bankReference, DOCUMENT);
    }

    private JsonNode pay(String amount, int day, String bankReference) {
        return clerks("/disbursements/record", payment(fresh("R-"), amount, day(day), bankReference));
    }

    private HttpResponse<String> upload(String user, byte[] file, String opening, String closing, String... fields) {
        MultipartBody body =
                new MultipartBody().field("openingBalance", opening).field("closingBalance", closing);
        for (int i = 0; i < fields.length; i += 2) {
            body.field(fields[i], fields[i + 1]);
        }
        body.file("file", "statement.csv", file);
        return send(as(user, "/api/v1" + path + "/statement")
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body.publisher()));
    }

    /** Lines as {@code day reference amount}. */
    private byte[] csv(String... lines) {
        StringBuilder csv = new StringBuilder("入账日期,对方户名,流水号,金额\n");
        for (String line : lines) {
            String[] words = line.split(" ");
            csv.append(day(Integer.parseInt(words[0]))).append(",张三,");
            csv.append(words[1].equals("-") ? "" : fund + words[1])
                    .append(',')
                    .append(words[2])
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode received(byte[] file, String opening, String closing) {
        HttpResponse<String> response = upload("clerk", file, opening, closing);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(header(response, "Location")).isEqualTo("/api/v1" + path);
        return json(response);
    }

    private static String explain(String side, String item, String reason) {
        return "{\"side\": \"%s\", \"item\": \"%s\", \"reason\": \"%s\"}".formatted(side, item, reason);
    }

    private JsonNode list(String list, Object position) {
        return ok("inspector", path + "/lists/" + list + "?minPosition=" + position)
                .get("items");
    }

    @Test
    void goesFromStatementToLockAndShowsWhatIsCorrectedLater() {
        byte[] file = csv("6 B-1 -100.00", "7 B-1 -100.00", "25 - -1.50", "26 B-9 -900.00");
        problem(
                send(post("clerk", "/api/v1/disbursements/record", payment(fresh("R-"), "900.00", day(26), "B-9"))),
                409,
                "exceeds-available");
        JsonNode wrong = problem(upload("clerk", file, "1000.00", "0.00"), 409, "statement-not-adding-up");
        assertThat(text(wrong, "difference")).isEqualTo("101.50");
        long position = received(file, "1000.00", "-101.50").get("position").asLong();

        assertThat(list("matched", position)).hasSize(1);
        JsonNode ledgerOnly = list("ledger-only", position);
        assertThat(ledgerOnly).hasSize(1);
        assertThat(text(ledgerOnly.get(0), "amount")).isEqualTo("-30.00");
        JsonNode bankOnly = list("bank-only", position);
        assertThat(bankOnly).hasSize(3);
        assertThat(text(bankOnly.get(2).get("refused").get(0), "code")).isEqualTo("exceeds-available");
        assertThat(bankOnly.get(0).get("refused")).isEmpty();

        JsonNode open = problem(send(post("treasury", "/api/v1" + path + "/sign", "")), 409, "not-explained");
        assertThat(text(open, "count")).isEqualTo("4");
        done(
                "clerk",
                path + "/explain",
                "{\"items\": [" + explain("ledger", text(ledgerOnly.get(0), "item"), "in-transit")
                        + "," + explain("bank", "3", "bank-error") + "," + explain("bank", "4", "bank-charge") + ","
                        + explain("bank", "5", "not-recorded-yet") + "]}");
        problem(send(post("approver", "/api/v1" + path + "/countersign", "")), 409, "not-signed-yet");
        problem(send(post("approver", "/api/v1" + path + "/sign", "")), 403, "role-not-allowed");
        done("treasury", path + "/sign", "");
        problem(send(post("treasury", "/api/v1" + path + "/countersign", "")), 403, "role-not-allowed");
        long locked =
                done("approver", path + "/countersign", "").get("position").asLong();

        JsonNode month = ok("auditor", path + "?minPosition=" + locked);
        assertThat(text(month.get("month"), "state")).isEqualTo("locked");
        assertThat(text(month, "bankMovements")).isEqualTo("-1101.50");
        assertThat(text(month, "ledgerMovements")).isEqualTo("-130.00");
        assertThat(text(month, "adjustedBalance")).isEqualTo("-131.50");
        assertThat(text(month.get("restated"), "count")).isEqualTo("0");

        String request = """
                {"reference": "%s", "allocationNo": "%s", "payee": "%s", "amount": "5.00", "effectiveDate": "%s"}""";
        JsonNode refused = problem(
                send(post(
                        "clerk", "/api/v1/disbursements", request.formatted(fresh("R-"), allocation, payee, day(28)))),
                409,
                "month-signed");
        assertThat(text(refused, "month")).isEqualTo(MONTH.toString());
        long corrected = pay("7.00", 28, "B-7").get("position").asLong();

        JsonNode after = ok("auditor", path + "?minPosition=" + corrected);
        assertThat(text(after.get("restated"), "count")).isEqualTo("1");
        assertThat(text(after.get("restated"), "paidChange")).isEqualTo("7.00");
        assertThat(text(after, "ledgerMovements")).as("as it was signed").isEqualTo("-130.00");
        JsonNode restated = ok("auditor", path + "/restated").get("items").get(0);
        assertThat(text(restated, "confirmedBy")).isEqualTo(DemoUsers.personId("approver"));
        problem(upload("clerk", file, "1000.00", "-101.50"), 409, "month-locked");
    }

    @Test
    void isShownAndExportedToTheOffice() {
        byte[] file = csv("6 B-1 -100.00", "25 - -1.50");
        long position = received(file, "1000.00", "898.50").get("position").asLong();

        JsonNode months = ok("clerk", "/reconciliations?fund=" + fund + "&minPosition=" + position);
        assertThat(months.get("items")).hasSize(1);
        String csv = send(as("inspector", "/api/v1" + path + "/lists.csv")).body();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("matched", "ledger-only", "bank-only").doesNotContain("张三");
        HttpResponse<String> xlsx = send(as("inspector", "/api/v1" + path + "/lists.xlsx"));
        assertThat(xlsx.statusCode()).isEqualTo(200);
        HttpResponse<String> kept = send(as("auditor", "/api/v1" + path + "/statement"));
        assertThat(kept.body()).isEqualTo(new String(file, StandardCharsets.UTF_8));
        problem(get("planner", path + "/statement"), 403, "forbidden");
        problem(get("unit", path), 403, "forbidden");
        problem(get("unit", "/reconciliations"), 403, "forbidden");
        problem(get("clerk", path + "/lists/other"), 404, "not-found");
        problem(get("clerk", "/reconciliations/" + fund + "/" + BOOK + "/2001-01"), 404, "not-found");
        assertThat(jdbc.queryForObject(
                        "select count(*) from event_readable where payload::text like '%张三%'", Long.class))
                .as("names stay in the file")
                .isZero();
    }

    @Test
    void pagesItsLists() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            lines.add(i + " X-" + i + " -1.00");
        }
        long position = received(csv(lines.toArray(String[]::new)), "5.00", "0.00")
                .get("position")
                .asLong();
        String bankOnly = path + "/lists/bank-only?limit=2&minPosition=" + position;

        List<String> items = new ArrayList<>();
        JsonNode page = ok("clerk", bankOnly);
        page.get("items").forEach(row -> items.add(text(row, "item")));
        while (page.get("next") != null) {
            page = ok("clerk", bankOnly + "&cursor=" + text(page, "next"));
            page.get("items").forEach(row -> items.add(text(row, "item")));
        }

        assertThat(items).containsExactly("2", "3", "4", "5", "6");
    }

    @Test
    void takesWorkbooksAndOldEncodings() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            sheet.value(0, 0, "amount");
            sheet.value(0, 1, "booked_on");
            sheet.value(0, 2, "bank_reference");
            sheet.value(1, 0, -100.5);
            sheet.value(1, 1, LocalDate.parse(day(6)).toEpochDay() + 25_569);
            sheet.value(1, 2, fund + "B-1");
        }
        received(out.toByteArray(), "100.50", "0");

        byte[] old = new String(csv("6 B-1 -100.00"), StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"));
        assertThat(upload("treasury", old, "100", "0", "encoding", "GB18030").statusCode())
                .isEqualTo(201);
        problem(upload("treasury", old, "100", "0", "encoding", "EBCDIC"), 400, "malformed");
    }

    @Test
    void refusesWhatItCannotRead() {
        problem(upload("inspector", csv(), "0", "0"), 403, "role-not-allowed");
        problem(upload("clerk", csv(), "zero", "0"), 400, "malformed");
        problem(
                upload("clerk", "PK\u0003\u0004 no workbook".getBytes(StandardCharsets.UTF_8), "0", "0"),
                400,
                "malformed");
        problem(upload("clerk", "a,b,c\n".getBytes(StandardCharsets.UTF_8), "0", "0"), 400, "malformed");
        problem(upload("clerk", new byte[0], "0", "0"), 400, "malformed");
        JsonNode lines = problem(
                upload(
                        "clerk",
                        "date,reference,amount\nnever,X,1\n2026-01-01,X,much\n".getBytes(StandardCharsets.UTF_8),
                        "0",
                        "0"),
                400,
                "malformed");
        assertThat(lines.get("fields").toString()).contains("file.line 2", "not-a-date", "file.line 3", "not-a-number");
        path = "/reconciliations/" + fund + "/" + BOOK + "/2026-13";
        problem(upload("clerk", csv(), "0", "0"), 400, "malformed");
        path = "/reconciliations/none/" + BOOK + "/" + MONTH;
        problem(upload("clerk", csv(), "0", "0"), 404, "unknown-fund");
    }

    @Test
    void isReadUnderTheEyesOfTheReadLog() {
        received(csv("6 B-1 -100.00"), "100.00", "0.00");
        for (String read : List.of("", "/lists/matched", "/restated", "/statement", "/lists.csv")) {
            get("auditor", path + read);
        }

        await().untilAsserted(() -> assertThat(
                        ok("admin", "/read-log?path=/api/v1" + path).get("items"))
                .hasSize(5));
    }
}
