package org.specialfund.ledger.api.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.ProfileReader;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.api.importing.reading.Limits;
import org.specialfund.ledger.api.importing.reading.SourceRow;

class LineMapperTest {

    private static final String PROFILE = """
            name: p
            file: {headerLine: 3}
            disbursements:
              - reference: {column: ref}
                allocationNo: {column: no}
                payee: {column: payee}
                purpose: {column: purpose, optional: true}
                amount: {column: amount}
                negativeIs: return
                returnOf: {column: of, optional: true}
                returnKind: {column: kind, optional: true, whenBlank: refunded}
                effectiveDate: {column: day}
                documentRef: {column: doc, optional: true, whenBlank: none}
            """;

    @TempDir
    Path folder;

    @Test
    void aNegativeAmountReturnsThePaymentThatTheLineNames() throws IOException {
        PlannedRow row = only("ref,no,payee,amount,of,day\nR-2,A-1,X:1,(5.00),R-1,2024-03-31\n");
        assertThat(row.kind()).isEqualTo(RowKind.RETURN);
        assertThat(row.reference()).isEqualTo("R-2");
        assertThat(row.content())
                .containsEntry("reference", "R-1")
                .containsEntry("amount", "5")
                .containsEntry("kind", "refunded")
                .doesNotContainKey("payee");
    }

    @Test
    void aNegativeAmountThatNamesNoPaymentStaysForTheLedgerToRefuse() throws IOException {
        PlannedRow row = only("ref,no,payee,amount,of,day\nR-2,A-1,X:1,-5.00,,2024-03-31\n");
        assertThat(row.kind()).isEqualTo(RowKind.DISBURSEMENT);
        assertThat(row.content()).containsEntry("amount", "-5");
    }

    @Test
    void identityIsOfTheRowAndNotOfItsPlace() throws IOException {
        String header = "ref,no,payee,amount,day\n";
        PlannedRow first = only(header + "R-2,A-1,X:1,5.00,2024-03-31\n");
        PlannedRow elsewhere = only(header + "\n\nR-2,A-1,X:1,5,2024-03-31\n");
        PlannedRow other = only(header + "R-2,A-1,X:1,5.01,2024-03-31\n");
        assertThat(elsewhere.line()).isNotEqualTo(first.line());
        assertThat(elsewhere.identity()).isEqualTo(first.identity());
        assertThat(other.identity()).isNotEqualTo(first.identity());
    }

    @Test
    void everyProblemOfALineIsNamed() throws IOException {
        List<Line> lines = lines("ref,no,payee,amount,day\nR 2,,X,5O,31/03/2024\n");
        assertThat(lines).singleElement().satisfies(line -> assertThat(line.problems())
                .containsExactlyInAnyOrder(
                        new Line.Problem("disbursements[0].amount", "not-a-number"),
                        new Line.Problem("disbursements[0].effectiveDate", "not-a-date")));
        assertThat(lines("ref,no,payee,amount,day\nR 2,,X,50,2024-03-31\n")
                        .get(0)
                        .problems())
                .containsExactlyInAnyOrder(
                        new Line.Problem("disbursements[0].reference", "invalid-code"),
                        new Line.Problem("disbursements[0].allocationNo", "required"),
                        new Line.Problem("disbursements[0].payee", "invalid-payee"));
    }

    @Test
    void ourOwnGuardAgainstFormulasIsTakenAwayAgain() throws IOException {
        String formula = "=1+1";
        assertThat(SafeText.of(formula)).isEqualTo("'=1+1");
        assertThat(SafeText.of("'=1+1")).isEqualTo("''=1+1");
        assertThat(SafeText.of("-0.1")).isEqualTo("-0.1");
        assertThat(only("ref,no,payee,amount,purpose,day\nR-2,A-1,X:1,5," + SafeText.of(formula) + ",2024-03-31\n")
                        .content())
                .containsEntry("purpose", formula);
    }

    private PlannedRow only(String text) throws IOException {
        List<Line> lines = lines(text).stream().filter(Line::isGood).toList();
        assertThat(lines).hasSize(1);
        return lines.get(0).payments().get(0);
    }

    private List<Line> lines(String text) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "lines", ".csv"), "A title\n\n" + text);
        Profile profile = new ProfileReader().read(PROFILE);
        List<Line> lines = new ArrayList<>();
        try (Table table = Table.open(file, profile, Limits.DEFAULT)) {
            LineMapper mapper = new LineMapper(profile, table);
            for (SourceRow row = table.next(); row != null; row = table.next()) {
                lines.add(mapper.map(row, new Codes(List.of())));
            }
        }
        return lines;
    }
}
