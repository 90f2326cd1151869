package org.specialfund.ledger.api.importing.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileReaderTest {

    private static final String GOOD = """
            name: p
            disbursements:
              - reference: {column: ref}
                allocationNo: {column: no}
                payee: {column: payee}
                amount: {column: amount}
                effectiveDate: 2024-03-31
            """;

    private final ProfileReader reader = new ProfileReader();

    @Test
    void aSmallProfileIsEnough() {
        Profile profile = reader.read(GOOD);
        assertThat(profile.requiredColumns()).containsExactly("ref", "no", "payee", "amount");
        assertThat(profile.multiplier()).isEqualByComparingTo("1");
    }

    @Test
    void everyProblemIsNamedByItsPlace() {
        assertThat(problems("""
                        name: "no good"
                        multiplier: -1
                        currency: XXX
                        fille: {}
                        file: {encoding: UTF-16, delimiter: x, headerLine: many}
                        formats: {decimal: ",", thousands: ",", dates: [yyyy-QQQQQQQQ]}
                        codes: {fund: {name: {code: other}}}
                        allocation: {allocationNo: {column: a, index: 2}, amount: lots, fundCode: {code: nowhere}}
                        disbursements: [{refrence: {}, negativeIs: perhaps}]
                        """))
                .contains(
                        "name",
                        "multiplier",
                        "currency",
                        "fille",
                        "file.encoding",
                        "file.delimiter",
                        "file.headerLine",
                        "formats",
                        "formats.dates",
                        "codes.fund.name",
                        "allocation.allocationNo",
                        "allocation.amount",
                        "allocation.fundCode",
                        "allocation.recipient",
                        "disbursements[0].refrence",
                        "disbursements[0].reference",
                        "disbursements[0].negativeIs");
    }

    @Test
    void whatIsNoProfileAtAllIsSaidSo() {
        assertThat(problems("")).containsExactly("");
        assertThat(problems("- a\n- b")).containsExactly("");
        assertThat(problems("name: [")).containsExactly("");
        assertThat(problems("name: a\nname: b")).containsExactly("");
        assertThat(problems("name: p")).containsExactly("");
        assertThat(problems("name: " + "x".repeat(70_000))).containsExactly("");
        assertThat(problems("a: ".repeat(1) + "[".repeat(1_000))).containsExactly("");
    }

    @Test
    void anAppropriationNeedsAnAllocationAndNoAmount() {
        String appropriation =
                "appropriation: {fundCode: f, year: 2024, amount: 5, effectiveDate: 2024-01-01, documentRef: d}";
        assertThat(problems(GOOD + appropriation)).contains("appropriation.amount", "appropriation", "currency");
    }

    private List<String> problems(String yaml) {
        return catchThrowableOfType(InvalidProfileException.class, () -> reader.read(yaml)).problems().stream()
                .map(InvalidProfileException.Problem::field)
                .toList();
    }
}
