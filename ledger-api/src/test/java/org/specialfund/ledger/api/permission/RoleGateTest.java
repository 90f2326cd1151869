package org.specialfund.ledger.api.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** What the gate makes of an attempt before it is recorded. */
class RoleGateTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)");

    /** They say which part of the subject: a tranche, an account, an expert; a calendar is of no fund. */
    private static final Set<String> NO_SUBJECT = Set.of("number", "accountId", "expert", "calendar");

    private static final Map<String, String> SOUND = Map.of(
            "year", "2026",
            "month", "2026-03",
            "payee", "CN-USCC:91320200MADEM0002T",
            "recoveries", "R-1:1",
            "objections", "P-1:1");

    private static final Person CLERK = Person.of("p1", Role.CLERK);
    private static final Map<String, String> ONE = Map.of("reference", "R-1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void everyVariableOfAWritesAddressIsItsSubjectOrSaidNotToBe() {
        assertThat(Permissions.shipped().rows())
                .filteredOn(row -> row.command() != null)
                .hasSizeGreaterThan(80)
                .allSatisfy(row -> {
                    Map<String, String> variables = variables(row.path());
                    Set<String> named = variables.keySet().stream()
                            .filter(name -> !NO_SUBJECT.contains(name))
                            .collect(Collectors.toSet());
                    assertThat(PathSubject.of(row.path(), variables))
                            .as(row.endpoint())
                            .hasSameSizeAs(named);
                });
    }

    private static Map<String, String> variables(String path) {
        String collection = path.split("/")[3];
        return VARIABLE.matcher(path)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toMap(
                        name -> name,
                        name -> SOUND.getOrDefault(name, SOUND.getOrDefault(collection, "X-1")),
                        (one, same) -> one,
                        TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/allocations/{allocationNo}/close, allocationNo, A-1, allocationNo",
        "/api/v1/funds/{code}/close, code, F-1, fundCode",
        "/api/v1/reconciliations/{fund}/{year}/{month}/sign, fund, F-1, fundCode",
        "/api/v1/reconciliations/{fund}/{year}/{month}/sign, month, 2026-03, month",
        "/api/v1/recoveries/{id}/waive, id, R-1:2, recoveryId",
        "/api/v1/payees/{payee}/bar, payee, X:1, payee",
        "/api/v1/audits/{no}/close, no, AU-1, auditNo",
        "/api/v1/projects/{no}/check, no, P-1, projectNo",
        "/api/v1/red-flags/{id}/dismiss, id, 1b4e28ba-2fa1-11d2-883f-0016d3cca427, flagId"
    })
    void aPartIsCalledAsTheCommandCallsIt(String path, String variable, String value, String field) {
        assertThat(PathSubject.of(path, Map.of(variable, value))).isEqualTo(Map.of(field, value));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/allocations/{allocationNo}/close, allocationNo, 王小明",
        "/api/v1/allocations/{allocationNo}/close, allocationNo, A 1",
        "/api/v1/allocations/{allocationNo}/close, allocationNo,"
                + " A2345678901234567890123456789012345678901234567890123456789012345",
        "/api/v1/funds/{code}/years/{year}/close, year, soon",
        "/api/v1/funds/{code}/years/{year}/close, year, 20260",
        "/api/v1/reconciliations/{fund}/{year}/{month}/sign, month, March",
        "/api/v1/recoveries/{id}/waive, id, R-1",
        "/api/v1/payees/{payee}/bar, payee, 王小明"
    })
    void whatIsNotSoundInFormIsNotTakenDown(String path, String variable, String value) {
        assertThat(PathSubject.of(path, Map.of(variable, value))).isEmpty();
    }

    @Test
    void anAttemptIsTheSameWithinAMinute() {
        String first = RoleGate.onceAMinute(CLERK, "disbursement.approve", ONE, NOON);

        assertThat(RoleGate.onceAMinute(CLERK, "disbursement.approve", ONE, NOON.plusSeconds(59)))
                .isEqualTo(first);
        assertThat(RoleGate.onceAMinute(CLERK, "disbursement.approve", ONE, NOON.plusSeconds(60)))
                .isNotEqualTo(first);
    }

    @Test
    void anotherPersonCommandOrSubjectIsAnotherAttempt() {
        assertThat(Set.of(
                        RoleGate.onceAMinute(CLERK, "disbursement.approve", ONE, NOON),
                        RoleGate.onceAMinute(Person.of("p2", Role.CLERK), "disbursement.approve", ONE, NOON),
                        RoleGate.onceAMinute(CLERK, "disbursement.settle", ONE, NOON),
                        RoleGate.onceAMinute(CLERK, "disbursement.approve", Map.of("reference", "R-2"), NOON),
                        RoleGate.onceAMinute(CLERK, "disbursement.approve", Map.of(), NOON)))
                .hasSize(5);
    }
}
