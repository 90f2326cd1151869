package org.specialfund.ledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The Uganda file all the way: rehearsed, confirmed by another person, recorded, sent again. */
class UgandaImportTest extends ImportHttpTest {

    private static final String PROFILE = "uganda-western-region-2015";

    @Autowired
    private ImportRunner runner;

    @Test
    void theKnownTotalsAreRecordedAndNothingTwice() throws IOException {
        byte[] file = Files.readAllBytes(SharedData.uganda());
        long before = events();

        JsonNode rehearsal = rehearsed(file, PROFILE, "controlCount", "8335", "controlTotal", "218814.80");
        assertThat(rehearsal.get("state").asString()).as(rehearsal.toString()).isEqualTo("rehearsed");
        assertThat(events()).as("nothing is recorded before the confirmation").isEqualTo(before);
        assertTotals(rehearsal.get("rehearsal"));
        assertThat(rehearsal.get("contents").get("suffixed")).hasSize(2);

        String id = id(rehearsal);
        problem(send(post("clerk", "/api/v1/imports/" + id + "/confirm", "")), 403, "role-not-allowed");
        JsonNode recorded = confirmed(id);
        assertThat(recorded.get("state").asString()).as(recorded.toString()).isEqualTo("recorded");
        assertThat(recorded.get("recording").get("accepted"))
                .isEqualTo(rehearsal.get("rehearsal").get("accepted"));
        assertThat(recorded.get("recording").get("refused"))
                .isEqualTo(rehearsal.get("rehearsal").get("refused"));
        long after = events();
        assertThat(after).isGreaterThan(before);

        // taken up again, as after a crash that lost what was noted of the progress
        jdbc.update("update import set state = 'recording', recording = null where id = ?", UUID.fromString(id));
        runner.wake();
        JsonNode again = await(id, "recorded");
        assertThat(events()).isEqualTo(after);
        assertThat(again.get("recording").get("accepted")).isEmpty();
        assertThat(tally(again.get("recording"), "repeated", "disbursement")).isEqualTo("11947 50078800000");

        // the same file again
        JsonNode second = confirmed(id(rehearsed(file, PROFILE)));
        assertThat(events()).isEqualTo(after);
        assertThat(second.get("recording").get("accepted")).isEmpty();
        assertThat(tally(second.get("recording"), "repeated", "allocation")).isEqualTo("7665 218814800000");

        assertRefusalsCanBeMended(id, after);
    }

    private void assertRefusalsCanBeMended(String id, long events) {
        HttpResponse<String> refusals = send(as("clerk", "/api/v1/imports/" + id + "/refusals"));
        assertThat(refusals.statusCode()).isEqualTo(200);
        assertThat(refusals.body()).startsWith("\uFEFFproject_id,Year,").contains("return-names-no-payment");
        // sent again unmended: what was taken is not in it, and what was refused is refused once more and not recorded
        JsonNode sent = rehearsed(refusals.body().getBytes(StandardCharsets.UTF_8), PROFILE);
        assertThat(sent.get("contents").get("malformed").asLong()).isZero();
        assertThat(sent.get("rehearsal").get("accepted")).isEmpty();
        assertThat(sent.get("rehearsal").get("repeated")).isEmpty();
        JsonNode recorded = confirmed(id(sent));
        assertThat(events()).isEqualTo(events);
        assertThat(recorded.get("recording").get("rows").asLong()).isEqualTo(1_321);
    }

    private static void assertTotals(JsonNode run) {
        assertThat(tally(run, "accepted", "fund")).isEqualTo("41 0");
        assertThat(tally(run, "accepted", "year")).isEqualTo("41 0");
        assertThat(tally(run, "accepted", "payee")).isEqualTo("68 0");
        assertThat(tally(run, "accepted", "appropriation")).isEqualTo("38 218814800000");
        assertThat(tally(run, "accepted", "allocation")).isEqualTo("7665 218814800000");
        assertThat(tally(run, "accepted", "disbursement")).isEqualTo("11947 50078800000");
        JsonNode refused = run.get("refused").get("disbursement");
        long rows = 0;
        long sum = 0;
        for (String code : refused.propertyNames()) {
            boolean isReturn = code.equals("return-names-no-payment");
            rows += isReturn ? 0 : refused.get(code).get("rows").asLong();
            sum += isReturn ? 0 : Long.parseLong(refused.get(code).get("sum").asString());
        }
        assertThat(rows).as(refused.toString()).isEqualTo(1_320);
        assertThat(sum).isEqualTo(62_970_700_000L);
        assertThat(refused.get("unknown-allocation").get("rows").asLong()).isEqualTo(382);
        assertThat(refused.get("return-names-no-payment").get("rows").asLong()).isEqualTo(1);
    }

    private static String tally(JsonNode run, String what, String kind) {
        JsonNode tally = run.get(what).get(kind);
        return tally == null
                ? "none"
                : tally.get("rows").asLong() + " " + tally.get("sum").asString();
    }
}
