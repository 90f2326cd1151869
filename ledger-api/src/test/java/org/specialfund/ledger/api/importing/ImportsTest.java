package org.specialfund.ledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportsTest extends ImportHttpTest {

    private static final String HEADER = "no,fund,unit,purpose,budget,paid\n";

    private static byte[] lines(String lines) {
        return (HEADER + lines).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void malformedAndRefusedLinesComeBackAsAFileThatCanBeMendedAndSentAgain() {
        String profile = SmallProfile.of("mend");
        byte[] file = lines("M-1,Mend fund,Unit A,\"=cmd|' /C calc'!A0\",100.00,130\n"
                + "M-2,Mend fund,Unit A,ok,\"1,000.00\",¥400.00\n"
                + "M-3,Mend fund,Unit B,ok,5O.00,\n"
                + "M-4,Mend fund,Unit B\n"
                + "total,,,,1100.00,\n\n"
                + "M-5,Mend fund,Unit B,ok,70.00,-\n"
                + "M-6,Mend fund,Unit B,\"never closed,70.00,1\n"
                + "M-7,Mend fund,Unit B,ok,0.001,\n");
        JsonNode rehearsal = rehearsed(file, profile);
        assertThat(rehearsal.get("state").asString()).as(rehearsal.toString()).isEqualTo("rehearsed");
        assertThat(rehearsal.get("contents").get("malformed").asInt()).isEqualTo(3);
        assertThat(rehearsal.get("contents").get("skipped").asInt()).isEqualTo(2);
        JsonNode recorded = confirmed(id(rehearsal)).get("recording");
        assertThat(recorded.get("accepted").get("allocation").get("rows").asInt())
                .isEqualTo(3);
        assertThat(recorded.get("accepted").get("disbursement").get("sum").asString())
                .isEqualTo("400");
        assertThat(recorded.get("refused").get("allocation").propertyNames()).containsExactly("too-many-decimals");

        String refusals = send(as("clerk", "/api/v1/imports/" + id(rehearsal) + "/refusals")
                        .header("Accept-Language", "zh-CN"))
                .body();
        assertThat(refusals.lines()).hasSize(6);
        // the allocation was taken: its cell is blank; the payment was not; what looks like a formula is guarded
        assertThat(refusals).contains("M-1,Mend fund,Unit A,'=cmd|' /C calc'!A0,,130,2,exceeds-available,");
        assertThat(refusals).contains("M-3,Mend fund,Unit B,ok,5O.00,,4,not-a-number,");
        assertThat(refusals).contains("5,wrong-column-count,列数与表头不一致。");
        assertThat(refusals).contains("unclosed-quote");

        String mended =
                refusals.replace(",,130,", ",,30,").replace("5O.00", "50.00").replace("0.001", "0.01");
        JsonNode second = confirmed(id(rehearsed(mended.getBytes(StandardCharsets.UTF_8), profile)))
                .get("recording");
        assertThat(second.get("accepted").get("disbursement").get("sum").asString())
                .isEqualTo("30");
        // the first time, neither was in what was appropriated
        assertThat(second.get("accepted").get("appropriation").get("sum").asString())
                .isEqualTo("50.01");
        assertThat(second.get("accepted").get("allocation").get("sum").asString())
                .isEqualTo("50.01");
    }

    @Test
    void aFileOfMoreRowsThanARehearsalHoldsIsRefusedAsAWhole() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < MOST_ROWS - 4; i++) { // beside a fund, a year, a payee and an appropriation
            many.append("Y-").append(i).append(",Many fund,Unit Y,ok,1.00,\n");
        }
        String profile = SmallProfile.of("many");
        JsonNode whole = rehearsed(lines(many.toString()), profile);
        assertThat(whole.get("rehearsal").get("rows").asInt()).isEqualTo(MOST_ROWS);
        JsonNode failed = rehearsed(lines(many + "Y-n,Many fund,Unit Y,ok,1.00,\n"), profile);
        assertThat(failed.get("failure").get("code").asString()).isEqualTo("too-many-rows");
        assertThat(failed.get("failure").get("detail").asString()).contains("makes more than " + MOST_ROWS + " rows");
        problem(send(post("approver", "/api/v1/imports/" + id(failed) + "/confirm", "")), 409, "import-state");
    }

    @Test
    void aFileOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws IOException {
        Map<String, String> fields = Map.of("profile", SmallProfile.of("large"));
        byte[] largest = Arrays.copyOf(lines(""), LARGEST_FILE);
        Arrays.fill(largest, lines("").length, largest.length, (byte) '\n');
        HttpResponse<String> taken = send(upload("clerk", "k-" + UUID.randomUUID(), largest, fields));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(json(taken).get("file").get("size").asInt()).isEqualTo(LARGEST_FILE);
        long kept = files();
        byte[] larger = Arrays.copyOf(largest, LARGEST_FILE + 1);
        problem(send(upload("clerk", "k-" + UUID.randomUUID(), larger, fields)), 413, "too-large");
        assertThat(files()).isEqualTo(kept);
    }

    @Test
    void aControlTotalThatDiffersStopsTheImport() {
        long before = events();
        byte[] file = lines("C-1,Control fund,Unit C,ok,100.00,\n");
        JsonNode failed = rehearsed(file, SmallProfile.of("control"), "controlCount", "1", "controlTotal", "100.01");
        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.get("failure").get("code").asString()).isEqualTo("control-total");
        assertThat(failed.get("failure").get("detail").asString()).contains("says 100.01, the file holds 100.");
        problem(send(post("approver", "/api/v1/imports/" + id(failed) + "/confirm", "")), 409, "import-state");
        assertThat(rehearsed(file, SmallProfile.of("control"), "controlCount", "2")
                        .get("failure")
                        .get("code")
                        .asString())
                .isEqualTo("control-count");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void aRehearsalThatAnotherImportOvertookIsDoneAgain() {
        String profile = SmallProfile.of("stale");
        byte[] file = lines("S-1,Stale fund,Unit S,ok,100.00,10\n");
        String first = id(rehearsed(file, profile));
        String second = id(rehearsed(file, profile));
        confirmed(first);
        long events = events();
        problem(send(post("approver", "/api/v1/imports/" + second + "/confirm", "")), 409, "import-stale");
        JsonNode again = await(second, "rehearsed");
        assertThat(again.get("rehearsal").get("accepted")).isEmpty();
        confirmed(second);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void theSameRequestGivesTheSameImportAndAnotherUnderItsKeyNone() {
        String key = UUID.randomUUID().toString();
        Map<String, String> fields = Map.of("profile", SmallProfile.of("again"));
        byte[] file = lines("I-1,Again fund,Unit I,ok,100.00,10\n");
        HttpResponse<String> first = send(upload("clerk", key, file, fields));
        HttpResponse<String> second = send(upload("clerk", key, file, fields));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(header(first, "Location")).isEqualTo("/api/v1/imports/" + id(json(first)));
        assertThat(id(json(second))).isEqualTo(id(json(first)));
        HttpResponse<String> other = send(upload("clerk", key, lines("I-2,Again fund,Unit I,ok,1,\n"), fields));
        problem(other, 422, "idempotency-conflict");
    }

    @Test
    void chineseFilesInTheirOwnEncodingComeBackInIt() {
        Charset gb18030 = Charset.forName("GB18030");
        String profile = SmallProfile.of("gb", "GB18030");
        byte[] file = (HEADER + "G-1,信息化专项,无锡市信息化办公室,平台,100.00,200\n").getBytes(gb18030);
        JsonNode rehearsal = rehearsed(file, profile);
        assertThat(rehearsal
                        .get("rehearsal")
                        .get("accepted")
                        .get("fund")
                        .get("rows")
                        .asInt())
                .as(rehearsal.toString())
                .isEqualTo(1);
        assertThat(rehearsal.get("contents").get("suffixed").get(0).get("name").asString())
                .isEqualTo("信息化专项");
        byte[] refusals = bytes("/api/v1/imports/" + id(rehearsal) + "/refusals");
        assertThat(new String(refusals, gb18030)).contains("G-1,信息化专项,无锡市信息化办公室,平台,,200,2,");
    }

    @Test
    void workbooksAreReadByTheSameProfile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Lines");
            String[] header = HEADER.strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "X-1");
            sheet.value(1, 1, "Workbook fund");
            sheet.value(1, 2, "Unit X");
            sheet.value(1, 3, "ok");
            sheet.value(1, 4, 50.099999999999994);
            sheet.value(1, 5, 0.30000000000000004);
        }
        JsonNode run = confirmed(id(rehearsed(out.toByteArray(), SmallProfile.of("book"))))
                .get("recording");
        assertThat(run.get("accepted").get("allocation").get("sum").asString()).isEqualTo("50.1");
        assertThat(run.get("accepted").get("disbursement").get("sum").asString())
                .isEqualTo("0.3");
    }

    @Test
    void whoMayNotUploadOrConfirmIsToldSo() {
        byte[] file = lines("W-1,Who fund,Unit W,ok,100.00,10\n");
        Map<String, String> fields = Map.of("profile", SmallProfile.of("who"));
        problem(send(upload("inspector", "k-" + UUID.randomUUID(), file, fields)), 403, "forbidden");
        String id = id(rehearsed(file, fields.get("profile")));
        problem(send(post("inspector", "/api/v1/imports/" + id + "/confirm", "")), 403, "forbidden");
        problem(send(post("inspector", "/api/v1/imports/" + id + "/discard", "")), 403, "forbidden");
        HttpResponse<String> discarded = send(post("clerk", "/api/v1/imports/" + id + "/discard", ""));
        assertThat(json(discarded).get("state").asString()).isEqualTo("discarded");
        problem(send(post("approver", "/api/v1/imports/" + id + "/confirm", "")), 409, "import-state");
        assertThat(send(as("clerk", "/api/v1/imports/" + id + "/refusals")).body())
                .isEqualTo("\uFEFFledger-line,ledger-code,ledger-sentence\r\n");
    }

    @Test
    void whatIsWrongWithARequestIsNamed() {
        byte[] file = lines("B-1,Bad fund,Unit B,ok,100.00,10\n");
        String bad = SmallProfile.of("bad").replace("amount: {column: paid", "amout: {column: paid");
        JsonNode problem = problem(
                send(upload("clerk", "k-" + UUID.randomUUID(), file, Map.of("profile", bad))), 400, "malformed");
        assertThat(problem.toString()).contains("disbursements[0].amout").contains("disbursements[0].amount");
        problem(
                send(upload("clerk", "k-" + UUID.randomUUID(), file, Map.of("profile", "nowhere"))),
                404,
                "unknown-profile");
        problem(send(as("clerk", "/api/v1/imports/" + UUID.randomUUID())), 404, "unknown-import");
        problem(send(as("clerk", "/api/v1/imports/not-an-id")), 400, "malformed");
        JsonNode failed = rehearsed("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), SmallProfile.of("cols"));
        assertThat(failed.get("failure").get("code").asString()).isEqualTo("missing-column");
    }

    @Test
    void profilesAreStoredAndChangedByVersion() {
        String address = "/api/v1/import-profiles/stored";
        problem(send(as("clerk", address)), 404, "unknown-profile");
        assertThat(put(address, SmallProfile.of("stored"), "*").statusCode()).isEqualTo(200);
        HttpResponse<String> first = send(as("clerk", address));
        assertThat(first.body()).isEqualTo(SmallProfile.of("stored"));
        assertThat(header(first, "ETag")).isEqualTo("\"1\"");
        assertThat(put(address, SmallProfile.of("stored", "GB18030"), "\"1\"").statusCode())
                .isEqualTo(200);
        problem(put(address, SmallProfile.of("stored"), "\"1\""), 412, "precondition-failed");
        problem(put(address, SmallProfile.of("other"), "*"), 400, "malformed");
        problem(put(address, "name: [", "*"), 400, "malformed");
        assertThat(send(as("clerk", "/api/v1/import-profiles")).body())
                .contains("stored")
                .contains("plain-allocations");
    }

    @Test
    void ourOwnTemplatesFitOurOwnProfiles() {
        for (String kind : new String[] {"allocations", "disbursements"}) {
            byte[] csv = bytes("/api/v1/import-templates/" + kind + ".csv");
            byte[] xlsx = bytes("/api/v1/import-templates/" + kind + ".xlsx");
            for (byte[] template : new byte[][] {csv, xlsx}) {
                JsonNode rehearsal = rehearsed(template, "plain");
                assertThat(rehearsal.get("profile").asString()).isEqualTo("plain-" + kind);
                assertThat(rehearsal.get("state").asString())
                        .as(rehearsal.toString())
                        .isEqualTo("rehearsed");
                assertThat(rehearsal.get("contents").get("lines").asInt()).isZero();
            }
        }
        problem(send(as("clerk", "/api/v1/import-templates/nothing.csv")), 404, "unknown-template");
    }

    private HttpResponse<String> put(String address, String yaml, String ifMatch) {
        return send(as("clerk", address)
                .header("Content-Type", "application/yaml")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(yaml)));
    }
}
