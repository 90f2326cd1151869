package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the supervision rules said of the Uganda file, as the page on red flags states it. */
final class UgandaFlags {

    private static final Path PAGE = Path.of("docs", "red-flags.md");
    private static final String FROM = "<!-- uganda -->";
    private static final String TO = "<!-- end of uganda -->";

    private UgandaFlags() {}

    /** A row a rule: subjects judged, flags raised, and subjects that it must not be used on, by why. */
    static List<String> of(JsonNode rules) {
        List<String> rows = new ArrayList<>();
        for (String rule : rules.propertyNames()) {
            JsonNode tally = rules.get(rule);
            TreeMap<String, Long> reasons = new TreeMap<>();
            tally.get("notJudged")
                    .propertyNames()
                    .forEach(why ->
                            reasons.put(why, tally.get("notJudged").get(why).asLong()));
            StringBuilder notUsed = new StringBuilder();
            reasons.forEach((why, subjects) -> notUsed.append(notUsed.isEmpty() ? "" : ", ")
                    .append(why)
                    .append(' ')
                    .append(subjects));
            rows.add("| `%s` | %d | %d | %s |"
                    .formatted(
                            rule,
                            tally.get("judged").asLong(),
                            tally.get("raised").asLong(),
                            notUsed));
        }
        return rows;
    }

    /** The rows of the page. */
    static List<String> expected() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf(FROM), page.indexOf(TO))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    static long raised(JsonNode rules) {
        long raised = 0;
        for (JsonNode tally : rules) {
            raised += tally.get("raised").asLong();
        }
        return raised;
    }
}
