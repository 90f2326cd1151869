package org.specialfund.ledger.api.permission;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the address of a write tells of its subject, by the field of the command; nothing that is not sound in form. */
final class PathSubject {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern PAYEE = Pattern.compile("[A-Za-z0-9-]{1,32}:[A-Za-z0-9._-]{1,64}");
    private static final Pattern NUMBERED = Pattern.compile("[A-Za-z0-9._-]{1,64}:[1-9][0-9]{0,5}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private record Part(String field, Pattern form) {}

    /** By collection and variable of the address. */
    private static final Map<String, Part> PARTS = Map.ofEntries(
            Map.entry("allocations/allocationNo", new Part("allocationNo", CODE)),
            Map.entry("audits/no", new Part("auditNo", CODE)),
            Map.entry("disbursements/reference", new Part("reference", CODE)),
            Map.entry("findings/id", new Part("findingId", CODE)),
            Map.entry("funds/code", new Part("fundCode", CODE)),
            Map.entry("funds/year", new Part("year", YEAR)),
            Map.entry("objections/id", new Part("objectionId", NUMBERED)),
            Map.entry("payees/payee", new Part("payee", PAYEE)),
            Map.entry("projects/no", new Part("projectNo", CODE)),
            Map.entry("proposals/id", new Part("proposalId", CODE)),
            Map.entry("reconciliations/fund", new Part("fundCode", CODE)),
            Map.entry("reconciliations/year", new Part("year", YEAR)),
            Map.entry("reconciliations/month", new Part("month", MONTH)),
            Map.entry("recoveries/id", new Part("recoveryId", NUMBERED)),
            Map.entry("red-flags/id", new Part("flagId", CODE)));

    private PathSubject() {}

    /**
     * Of a request whose path was matched.
     *
     * @param pattern as it is mapped: {@code /api/v1/funds/{code}/close}
     * @param variables of the path, by name
     */
    static Map<String, String> of(String pattern, Map<String, String> variables) {
        String collection = pattern.split("/", 5)[3];
        Map<String, String> subject = new TreeMap<>();
        variables.forEach((name, value) -> {
            Part part = PARTS.get(collection + "/" + name);
            if (part != null && part.form().matcher(value).matches()) {
                subject.put(part.field(), value);
            }
        });
        return subject;
    }
}
