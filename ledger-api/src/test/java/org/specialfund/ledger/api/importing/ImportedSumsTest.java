package org.specialfund.ledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Appropriations are sums of what is new in a file: whatever comes again, none of it is appropriated twice. */
class ImportedSumsTest extends ImportHttpTest {

    private static byte[] lines(String lines) {
        return ("no,fund,unit,purpose,budget,paid\n" + lines).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void forARowThatComesAgainMendedOnlyWhatIsMissingIsAppropriated() {
        String profile =
                SmallProfile.of("amend").replace("effectiveDate: 2024-01-02", "effectiveDate: {column: purpose}");
        String early = "A-1,Amend fund,Unit A,2023-12-31,100.00,\n";
        String good = "A-2,Amend fund,Unit A,2024-01-05,50.00,\n";
        JsonNode first = imported(lines(early + good), profile);
        assertThat(sum(first, "accepted", "appropriation")).isEqualTo("150");
        assertThat(sum(first, "accepted", "allocation")).isEqualTo("50");
        assertThat(first.get("refused").get("allocation").propertyNames()).containsExactly("date-outside-year");

        long events = events();
        JsonNode unmended = imported(lines(early + good), profile);
        assertThat(unmended.get("accepted")).isEmpty();
        assertThat(events()).isEqualTo(events);

        // judged as it is now, in whatever file and by whatever document: 100 are there for it, and 20 are not
        String other = profile.replace("2024-01-01, documentRef: plan}", "2024-01-01, documentRef: another plan}");
        assertThat(other).isNotEqualTo(profile);
        JsonNode mended = imported(lines("a-1,Amend fund,Unit A,2024-01-05,120.00,\n" + good), other);
        assertThat(sum(mended, "accepted", "appropriation")).isEqualTo("20");
        assertThat(sum(mended, "accepted", "allocation")).isEqualTo("120");
        assertThat(sum(mended, "repeated", "allocation")).isEqualTo("50");
        assertThat(unallocated("Amend-fund")).isEqualTo("0.00");
    }

    @Test
    void aRowThatNeedsLessThanWasAppropriatedForItGetsNoMore() {
        String profile =
                SmallProfile.of("less").replace("effectiveDate: 2024-01-02", "effectiveDate: {column: purpose}");
        imported(lines("L-1,Less fund,Unit L,2023-12-31,100.00,\n"), profile);
        JsonNode mended = imported(lines("L-1,Less fund,Unit L,2024-01-05,80.00,\n"), profile);
        assertThat(mended.get("accepted").propertyNames()).containsExactly("allocation");
        assertThat(unallocated("Less-fund")).isEqualTo("20.00");
    }

    @Test
    void anAppropriationAsLargeAsAnEarlierFilesIsAnother() {
        String profile = SmallProfile.of("equal");
        imported(lines("E-1,Equal fund,Unit E,ok,100.00,\n"), profile);
        JsonNode second = imported(lines("E-2,Equal fund,Unit E,ok,100.00,\n"), profile);
        assertThat(sum(second, "accepted", "appropriation")).isEqualTo("100");
        assertThat(sum(second, "accepted", "allocation")).isEqualTo("100");
    }

    @Test
    void ofTwoRehearsedOnTheSameLedgerOnlyOneIsConfirmed() throws Exception {
        String profile = SmallProfile.of("race");
        ExecutorService approvers = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                byte[] file = lines("T-" + round + ",Race fund,Unit T,ok,100.00,\n");
                List<String> ids = List.of(id(rehearsed(file, profile)), id(rehearsed(file, profile)));
                List<Callable<Integer>> confirmations = ids.stream()
                        .map(id -> (Callable<Integer>)
                                () -> send(post("approver", "/api/v1/imports/" + id + "/confirm", ""))
                                        .statusCode())
                        .toList();
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : approvers.invokeAll(confirmations)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsExactlyInAnyOrder(202, 409);
                ids.forEach(id -> await(id, "recorded", "rehearsed"));
            }
        } finally {
            approvers.shutdownNow();
        }
        assertThat(unallocated("Race-fund")).isEqualTo("0.00");
    }

    private JsonNode imported(byte[] file, String profile) {
        return confirmed(id(rehearsed(file, profile))).get("recording");
    }

    private static String sum(JsonNode run, String what, String kind) {
        return run.get(what).get(kind).get("sum").asString();
    }

    private String unallocated(String fund) {
        HttpResponse<String> year =
                send(as("clerk", "/api/v1/funds/" + fund + "/years/2024?minPosition=" + position()));
        assertThat(year.statusCode()).as(year.body()).isEqualTo(200);
        return json(year).get("unallocated").asString();
    }
}
