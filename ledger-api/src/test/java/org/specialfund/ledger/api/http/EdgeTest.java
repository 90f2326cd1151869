package org.specialfund.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.api.HttpTest;
import org.specialfund.ledger.api.store.CommandRefusals;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What every controller can rely on, whatever a client sends. */
@Import(EdgeTest.Things.class)
class EdgeTest extends HttpTest {

    enum Kind {
        REGULAR,
        ENTRUSTED
    }

    record Inner(BigDecimal amount) {}

    record Thing(
            String name,
            BigDecimal amount,
            LocalDate day,
            Instant at,
            int count,
            boolean flag,
            Kind kind,
            UUID id,
            List<Inner> items) {}

    @RestController
    static class Things {

        @PostMapping("/api/test/things")
        Map<String, Object> thing(@RequestBody Thing thing, WriteRequest write, Person person) {
            new Form().code("name", thing.name()).check();
            return Map.of("write", write, "person", person.id(), "thing", thing);
        }

        @GetMapping("/api/v1/not-in-the-table")
        Map<String, String> unlisted() {
            return Map.of();
        }

        @GetMapping("/api/test/page")
        Map<String, Object> page(Page page, MinPosition position, @RequestParam(defaultValue = "") String q) {
            List<String> letters = Stream.of("a", "b", "c", "d", "e")
                    .filter(letter -> page.after() == null || letter.compareTo(page.after()) > 0)
                    .limit(page.fetch())
                    .toList();
            return Map.of("page", PageOf.of(letters, page, letter -> letter), "min", position.value());
        }

        @GetMapping("/api/test/years/{year}")
        int year(@PathVariable int year, @RequestParam(required = false) LocalDate on) {
            return year;
        }

        @GetMapping("/api/test/boom")
        String boom() {
            throw new IllegalStateException("secret of the house");
        }

        @GetMapping("/api/test/refuse/{stage}")
        String refuse(@PathVariable String stage, Person person) {
            throw switch (stage) {
                case "sign" ->
                    Refusal.of(CommonRefusals.AMOUNT_NOT_POSITIVE)
                            .with("requested", new BigDecimal("-1.00"))
                            .asException();
                case "unknown" ->
                    Refusal.of(new RefusalCode("unknown-fund", Stage.EXISTENCE, "e {status}", "c"))
                            .with("status", "F1")
                            .asException();
                case "again" ->
                    Refusal.of(CommandRefusals.IDEMPOTENCY_CONFLICT)
                            .with("commandId", person.id() + ":k")
                            .asException();
                case "flight" -> Refusal.of(CommandRefusals.IN_FLIGHT).asException();
                case "batch" -> Refusal.of(CommandRefusals.BATCH_REFUSED).asException();
                case "role" -> Refusal.of(CommonRefusals.ROLE_NOT_ALLOWED).asException();
                default -> Refusal.of(CommonRefusals.SAME_PERSON).asException();
            };
        }
    }

    private static final String GOOD = """
            {"name":"A-1","amount":"1409.50","day":"2026-02-28","at":"2026-02-28T10:00:00Z","count":3,"flag":true,
             "kind":"REGULAR","id":"7b8bbc6e-3d43-4b3b-9b0a-6a2f0d8d1f11","items":[{"amount":"0.10"}]}""";

    @Test
    void whatIsWellFormedPasses() {
        HttpResponse<String> response = send(post("clerk", "/api/test/things", GOOD));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(json(response).at("/thing/amount").asString()).isEqualTo("1409.50");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                body("no body", "", "malformed", "body"),
                body("null", "null", "malformed", "body"),
                body("not JSON", "{", "malformed-json", null),
                body("a word", "hello", "malformed-json", null),
                body("an array", "[]", "malformed", "body"),
                body("text", "\"x\"", "malformed", "body"),
                body("something after it", GOOD + " x", "malformed-json", null),
                body("a second document", GOOD + GOOD, "malformed-json", null),
                body("unknown field", GOOD.replace("\"name\"", "\"nmae\""), "malformed", "nmae"),
                body("unknown field within", "{\"items\":[{\"amount\":\"1\"},{\"x\":1}]}", "malformed", "items[1].x"),
                body("field twice", "{\"name\":\"a\",\"name\":\"b\"}", "malformed", null),
                body("field twice, the same", "{\"amount\":\"1\",\"amount\":\"1\"}", "malformed", null),
                body("comment", "{/* */}", "malformed-json", null),
                body("NaN", "{\"amount\":NaN}", "malformed-json", null),
                body("amount as number", good("amount", "1409.50"), "malformed", "amount"),
                body("amount as whole number", good("amount", "1"), "malformed", "amount"),
                body("amount as true", good("amount", "true"), "malformed", "amount"),
                body("amount as object", good("amount", "{}"), "malformed", "amount"),
                body("amount as array", good("amount", "[\"1\"]"), "malformed", "amount"),
                body("amount empty", good("amount", "\"\""), "malformed", "amount"),
                body("amount with exponent", good("amount", "\"1e3\""), "malformed", "amount"),
                body("amount beyond reason", good("amount", "\"1e999999999\""), "malformed", "amount"),
                body(
                        "amount with 10,000 digits",
                        good("amount", "\"" + "9".repeat(10_000) + "\""),
                        "malformed",
                        "amount"),
                body("number beyond reason", good("amount", "1e999999999"), "malformed", "amount"),
                body("number with 10,000 digits", good("amount", "9".repeat(10_000)), "json-too-complex", null),
                body("count beyond reason", good("count", "1e999999999"), "malformed", "count"),
                body("amount with comma", good("amount", "\"1,409.50\""), "malformed", "amount"),
                body("amount in Arabic digits", good("amount", "\"١٢\""), "malformed", "amount"),
                body("amount in wide digits", good("amount", "\"１２\""), "malformed", "amount"),
                body("amount with space", good("amount", "\" 1\""), "malformed", "amount"),
                body("text as number", good("name", "12"), "malformed", "name"),
                body("text as true", good("name", "true"), "malformed", "name"),
                body("text as object", good("name", "{}"), "malformed", "name"),
                body("count as text", good("count", "\"3\""), "malformed", "count"),
                body("count empty", good("count", "\"\""), "malformed", "count"),
                body("count with decimals", good("count", "3.5"), "malformed", "count"),
                body("count with zero decimals", good("count", "3.0"), "malformed", "count"),
                body("count too large", good("count", "2147483648"), "malformed", "count"),
                body("nothing of it", "{}", "malformed", "count"),
                body("count null", good("count", "null"), "malformed", "count"),
                body("count true", good("count", "true"), "malformed", "count"),
                body("flag as number", good("flag", "1"), "malformed", "flag"),
                body("flag as text", good("flag", "\"true\""), "malformed", "flag"),
                body("a day that is not", good("day", "\"2026-02-30\""), "malformed", "day"),
                body("a month that is not", good("day", "\"2026-13-01\""), "malformed", "day"),
                body("day with time", good("day", "\"2026-02-28T00:00:00Z\""), "malformed", "day"),
                body("day as number", good("day", "20260228"), "malformed", "day"),
                body("day as array", good("day", "[2026,2,28]"), "malformed", "day"),
                body("day far away", good("day", "\"+999999999-12-31\""), "malformed", "day"),
                body("day empty", good("day", "\"\""), "malformed", "day"),
                body("instant as number", good("at", "1e999999999"), "malformed", "at"),
                body("instant that is not", good("at", "\"2026-02-30T00:00:00Z\""), "malformed", "at"),
                body("word unknown", good("kind", "\"OTHER\""), "malformed", "kind"),
                body("word by number", good("kind", "0"), "malformed", "kind"),
                body("word empty", good("kind", "\"\""), "malformed", "kind"),
                body("id that is none", good("id", "\"x\""), "malformed", "id"),
                body("list as object", good("items", "{}"), "malformed", "items"),
                body("list as text", good("items", "\"\""), "malformed", "items"),
                body("control character, raw", good("name", "\"a\u0001b\""), "malformed-json", null),
                body("NUL", good("name", "\"a\\u0000b\""), "malformed", "name"),
                body("control character", good("name", "\"a\\u001bb\""), "malformed", "name"),
                body("half a character", good("name", "\"\\ud800\""), "malformed", "name"),
                body("a code that is none", good("name", "\"a b\""), "malformed", "name"),
                body("nested 33 deep", "[".repeat(33) + "]".repeat(33), "malformed", "body"),
                body("nested 100,000 deep", "[".repeat(100_000), "malformed", "body"),
                body("deep objects", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000), "json-too-complex", null),
                body("a long name", "{\"" + "n".repeat(5000) + "\":1}", "json-too-complex", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "admin", "auditor"})
    void anEndpointThatTheTableOfRolesDoesNotKnowIsClosedToEverybody(String user) throws Exception {
        problem(send(as(user, "/api/v1/not-in-the-table").GET()), 403, "forbidden");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsMalformedIsAnsweredClearly(String what, String body, String code, String field) {
        HttpResponse<String> response = send(post("clerk", "/api/test/things", body));

        problem(response, 400, code);
        if (field != null) {
            assertThat(json(response).at("/fields/0/field").asString())
                    .as(response.body())
                    .isEqualTo(field);
            assertThat(json(response).at("/fields/0/message").asString()).contains(" ");
        }
    }

    static Stream<Arguments> hostileBytes() {
        return Stream.of(
                Arguments.of("broken UTF-8", "application/json", bytes(0x22, 0xff, 0xfe, 0x22), 400, "broken-text"),
                Arguments.of("overlong UTF-8", "application/json", bytes(0x22, 0xc0, 0x80, 0x22), 400, "broken-text"),
                Arguments.of(
                        "UTF-16", "application/json;charset=UTF-16", bytes(0, 0x7b), 415, "unsupported-media-type"),
                Arguments.of("GBK", "application/json;charset=GBK", bytes(0x7b), 415, "unsupported-media-type"),
                Arguments.of(
                        "no such charset", "application/json;charset=x", bytes(0x7b), 415, "unsupported-media-type"),
                Arguments.of("form", "application/x-www-form-urlencoded", bytes(0x61), 415, "unsupported-media-type"),
                Arguments.of("broken form", "application/x-www-form-urlencoded", ascii("a=%zz"), 400, "bad-request"),
                Arguments.of("text", "text/plain", ascii("{}"), 415, "unsupported-media-type"),
                Arguments.of("yaml", "application/yaml", ascii("name: a"), 415, "unsupported-media-type"),
                Arguments.of("xml", "application/xml", ascii("<a/>"), 415, "unsupported-media-type"),
                Arguments.of("multipart", "multipart/form-data", ascii("--"), 400, "bad-request"),
                Arguments.of("no type at all", "nonsense", ascii("{}"), 415, "unsupported-media-type"),
                Arguments.of("over 1 MB", "application/json", new byte[1024 * 1024 + 1], 413, "too-large"),
                Arguments.of("far over 1 MB", "application/json", new byte[5 * 1024 * 1024], 413, "too-large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileBytes")
    void bytesThatAreNoJsonAreAnsweredClearly(String what, String type, byte[] body, int status, String code) {
        HttpRequest.Builder request =
                as("clerk", "/api/test/things").header("Idempotency-Key", "k1").header("Content-Type", type);

        problem(send(request.POST(BodyPublishers.ofByteArray(body))), status, code);
        problem(send(request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))), status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=501,limit",
        "limit=x,limit",
        "limit=-1,limit",
        "limit=99999999999999999999,limit",
        "limit=9999999999999999999,limit",
        "limit=,limit",
        "cursor=%25,cursor",
        "cursor=AAAA,cursor",
        "cursor=_w,cursor",
        "minPosition=-1,minPosition",
        "minPosition=1.5,minPosition"
    })
    void parametersAreBounded(String query, String field) {
        HttpResponse<String> response = send(as("clerk", "/api/test/page?" + query));

        problem(response, 400, "malformed");
        assertThat(json(response).at("/fields/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/test/page?q=%00,400,bad-request",
        "/api/test/page?q=%1b,400,bad-request",
        "/api/test/page?q=%ff,400,bad-request",
        "/api/test/page?q=%zz,400,bad-request",
        "/api/test/years/abc,400,malformed",
        "/api/test/years/99999999999,400,malformed",
        "/api/test/years/2026?on=2026-02-30,400,malformed",
        "/api/test/years/2026?on=x,400,malformed",
        "/api/test/a%2fb,400,bad-request",
        "/api/test/..;/x,400,bad-request",
        "/api/test/nothing,404,not-found",
        "/nothing,404,not-found"
    })
    void addressesAreAnsweredClearly(String path, int status, String code) {
        RawHttp.Answer answer = RawHttp.send(
                port, "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("clerk") + "\r\n\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nbroken header\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: \u0001\r\n\r\n",
                "FOO / HTTP/1.1\r\nHost: x\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Basic !!!\r\nContent-Length: 0\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Basic YQ==\r\nContent-Length: 0\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 5\r\n\r\na=%zz",
                "GET /login?error=%ff HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void requestsThatAreHardlyHttpAreTheClientsFault(String request) {
        assertThat(RawHttp.send(port, request).status()).isBetween(400, 499);
    }

    @Test
    void headersAreBounded() {
        String long64k = "GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(65_536) + "\r\n\r\n";

        assertThat(RawHttp.send(port, long64k).status()).isBetween(400, 499);
    }

    @Test
    void aListIsPagedByCursor() {
        HttpResponse<String> first = send(as("clerk", "/api/test/page?limit=2&minPosition=7"));
        String next = json(first).at("/page/next").asString();
        HttpResponse<String> second = send(as("clerk", "/api/test/page?limit=2&cursor=" + next));
        String last = json(second).at("/page/next").asString();
        HttpResponse<String> third = send(as("clerk", "/api/test/page?limit=2&cursor=" + last));

        assertThat(json(first).get("min").asLong()).isEqualTo(7);
        assertThat(json(first).at("/page/items").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(json(second).at("/page/items").toString()).isEqualTo("[\"c\",\"d\"]");
        assertThat(json(third).get("page").toString()).isEqualTo("{\"items\":[\"e\"]}");
    }

    @Test
    void everyRefusalHasItsStatusAndItsFigures() {
        JsonNode sign = problem(send(as("clerk", "/api/test/refuse/sign")), 400, "amount-not-positive");
        JsonNode unknown = problem(send(as("clerk", "/api/test/refuse/unknown")), 404, "unknown-fund");
        problem(send(as("clerk", "/api/test/refuse/role")), 403, "role-not-allowed");
        problem(send(as("clerk", "/api/test/refuse/again")), 422, "idempotency-conflict");
        problem(send(as("clerk", "/api/test/refuse/flight")), 409, "in-flight");
        problem(send(as("clerk", "/api/test/refuse/batch")), 409, "batch-refused");
        problem(send(as("clerk", "/api/test/refuse/other")), 409, "same-person");

        assertThat(sign.get("requested").asString()).isEqualTo("-1.00");
        assertThat(sign.get("detail").asString()).isEqualTo("The amount -1.00 must be above zero.");
        assertThat(sign.get("type").asString()).isEqualTo("/api/v1/refusal-codes#amount-not-positive");
        assertThat(unknown.get("statusFigure").asString()).isEqualTo("F1");
        assertThat(unknown.get("detail").asString()).isEqualTo("e F1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN|金额 -1.00 必须大于零。|zh-CN",
                "zh|金额 -1.00 必须大于零。|zh-CN",
                "fr, zh;q=0.8, en;q=0.5|金额 -1.00 必须大于零。|zh-CN",
                "en-GB, zh;q=0.5|The amount -1.00 must be above zero.|en",
                "fr|The amount -1.00 must be above zero.|en",
                "*|The amount -1.00 must be above zero.|en",
                ";;q=nonsense,,|The amount -1.00 must be above zero.|en"
            })
    void aProblemSpeaksTheLanguageOfTheRequest(String accepted, String detail, String language) {
        HttpResponse<String> response =
                send(as("clerk", "/api/test/refuse/sign").header("Accept-Language", accepted));

        assertThat(json(response).get("detail").asString()).isEqualTo(detail);
        assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
    }

    @Test
    void anUnexpectedErrorTellsNothingButItsCorrelationId() {
        HttpResponse<String> response = send(as("clerk", "/api/test/boom").header("X-Correlation-Id", "trace-7"));

        JsonNode problem = problem(response, 500, "internal-error");
        assertThat(problem.get("correlationId").asString()).isEqualTo("trace-7");
        assertThat(response.body()).doesNotContain("secret", "Exception", "springframework");
    }

    @Test
    void aCorrelationIdIsKeptIfSaneAndMadeIfNot() {
        String own = header(send(as("clerk", "/api/v1/me").header("X-Correlation-Id", "a-1.B_2")), "X-Correlation-Id");
        String made = header(send(as("clerk", "/api/v1/me").header("X-Correlation-Id", "a b")), "X-Correlation-Id");
        String longer =
                header(send(as("clerk", "/api/v1/me").header("X-Correlation-Id", "x".repeat(65))), "X-Correlation-Id");

        assertThat(own).isEqualTo("a-1.B_2");
        assertThat(UUID.fromString(made)).isNotEqualTo(UUID.fromString(longer));
    }

    @Test
    void methodsAndFormsThatAreNotServedSayWhatIs() {
        HttpResponse<String> method = send(as("clerk", "/api/test/things").DELETE());
        HttpResponse<String> form = send(as("clerk", "/api/test/page").header("Accept", "text/csv"));

        problem(method, 405, "method-not-allowed");
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");
        problem(form, 406, "not-acceptable");
    }

    @Test
    void aWriteNeedsAKeyOfTheClient() {
        for (String bad : List.of("", "a b", "a\u00e9", "x".repeat(129))) {
            HttpResponse<String> response = send(write("clerk", bad.isEmpty() ? null : bad, GOOD));
            JsonNode problem = problem(response, 400, "malformed");
            assertThat(problem.at("/fields/0/field").asString()).isEqualTo("Idempotency-Key");
        }
        assertThat(send(write("clerk", "x".repeat(128), GOOD)).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsThePersonsOwn() {
        JsonNode clerk = json(send(write("clerk", "k1", GOOD)));
        JsonNode approver = json(send(write("approver", "k1", GOOD)));

        assertThat(clerk.at("/write/commandId").asString())
                .isEqualTo(clerk.get("person").asString() + ":k1");
        assertThat(approver.at("/write/commandId").asString())
                .isEqualTo(approver.get("person").asString() + ":k1");
        assertThat(clerk.get("person")).isNotEqualTo(approver.get("person"));
    }

    @Test
    void theRequestsHashKnowsMeaningFromSpelling() {
        String reordered = "{\"amount\":\"1.10\",\"count\":1,\"flag\":true,\"name\":\"a\"}";
        String same = "{ \"name\":\"a\", \"flag\":true, \"amount\":\"1.10\",\n \"count\":1 }";
        String other = same.replace("1.10", "1.11");

        assertThat(hash(same)).isEqualTo(hash(reordered)).hasSize(64).isNotEqualTo(hash(other));
    }

    private String hash(String body) {
        return json(send(write("clerk", "k", body))).at("/write/requestHash").asString();
    }

    private HttpRequest.Builder write(String user, String key, String body) {
        HttpRequest.Builder request = as(user, "/api/test/things").header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.POST(BodyPublishers.ofString(body));
    }

    private static Arguments body(String what, String body, String code, String field) {
        return Arguments.of(what, body, code, field);
    }

    private static String good(String field, String value) {
        return GOOD.replaceFirst(
                "(?s)\"" + field + "\":(\\[.*?\\]|\"[^\"]*\"|[^,}\"\\[]+)",
                Matcher.quoteReplacement("\"" + field + "\":" + value));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
