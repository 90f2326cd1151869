package org.specialfund.ledger.api.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.importing.SharedData;
import org.specialfund.ledger.api.importing.profile.Profile;
import org.specialfund.ledger.api.importing.profile.ProfileReader;
import org.specialfund.ledger.api.importing.profile.RowKind;
import org.specialfund.ledger.api.importing.reading.Limits;

class UgandaPlanTest {

    private static final BigDecimal MILLION = new BigDecimal(1_000_000);

    private final Path file = SharedData.uganda();
    private final Profile profile = profile();

    @Test
    void theFileHoldsWhatItsDescriptionSays() throws IOException {
        List<Long> malformed = new ArrayList<>();
        Scan.Result scan = scan().read(file, (line, problems) -> malformed.add(line));

        assertThat(malformed).isEmpty();
        assertThat(scan.lines()).isEqualTo(8_335);
        assertThat(scan.control()).isEqualByComparingTo("218814.8");
        assertThat(tally(scan, RowKind.FUND).rows()).isEqualTo(41);
        assertThat(tally(scan, RowKind.YEAR).rows()).isEqualTo(41);
        assertThat(tally(scan, RowKind.PAYEE).rows()).isEqualTo(68);
        assertThat(tally(scan, RowKind.APPROPRIATION).rows()).isEqualTo(38);
        assertThat(tally(scan, RowKind.APPROPRIATION).sum()).isEqualByComparingTo(millions("218814.8"));
        assertThat(tally(scan, RowKind.ALLOCATION).rows()).isEqualTo(7_665);
        assertThat(tally(scan, RowKind.ALLOCATION).sum()).isEqualByComparingTo(millions("218814.8"));
        assertThat(tally(scan, RowKind.DISBURSEMENT).rows()).isEqualTo(11_947 + 1_320 + 1);
        assertThat(tally(scan, RowKind.DISBURSEMENT).sum()).isEqualByComparingTo(millions("113049.4"));
    }

    @Test
    void theTwoFundsThatDifferOnlyInBlanksStayTwo() throws IOException {
        Scan.Result scan = scan().read(file, (line, problems) -> {});
        assertThat(scan.codes().all().stream().filter(DerivedCode::suffixed).map(DerivedCode::name))
                .containsExactlyInAnyOrder("Conditional Grant to PHC- Non wage", "Conditional Grant to PHC - Non wage");
        assertThat(scan.codes().all().stream().map(DerivedCode::code)).doesNotHaveDuplicates();
    }

    @Test
    void rowsComeInTheOrderInWhichTheyAreRecordedAndTheSameEachTime() throws IOException {
        Scan.Result scan = scan().read(file, (line, problems) -> {});
        List<PlannedRow> rows = rows(scan);

        assertThat(rows).hasSize((int) scan.rows());
        assertThat(rows(scan)).isEqualTo(rows);
        assertThat(rows.stream().map(PlannedRow::kind).distinct())
                .containsExactly(
                        RowKind.FUND,
                        RowKind.YEAR,
                        RowKind.PAYEE,
                        RowKind.APPROPRIATION,
                        RowKind.ALLOCATION,
                        RowKind.DISBURSEMENT);
        assertThat(rows.stream().map(PlannedRow::identity)).doesNotHaveDuplicates();
        List<PlannedRow> payments =
                rows.stream().filter(row -> row.kind() == RowKind.DISBURSEMENT).toList();
        assertThat(payments)
                .isSortedAccordingTo(
                        java.util.Comparator.comparingLong(PlannedRow::line).thenComparing(PlannedRow::reference));
    }

    /** The known totals, without a ledger: each payment is set against what is left of its line's budget. */
    @Test
    void paymentsAgainstTheirLinesBudgetGiveTheKnownTotals() throws IOException {
        Scan.Result scan = scan().read(file, (line, problems) -> {});
        List<PlannedRow> rows = rows(scan);
        Map<String, BigDecimal> left = rows.stream()
                .filter(row -> row.kind() == RowKind.ALLOCATION)
                .collect(Collectors.toMap(PlannedRow::reference, PlannedRow::amount));
        Tally accepted = Tally.NONE;
        Tally refused = Tally.NONE;
        Tally negative = Tally.NONE;
        long withoutBudget = 0;
        for (PlannedRow row : rows) {
            if (row.kind() != RowKind.DISBURSEMENT) {
                continue;
            }
            BigDecimal available = left.get(row.content().get("allocationNo"));
            if (row.amount().signum() < 0) {
                negative = negative.plus(row.amount());
            } else if (available != null && available.compareTo(row.amount()) >= 0) {
                accepted = accepted.plus(row.amount());
                left.put(row.content().get("allocationNo"), available.subtract(row.amount()));
            } else {
                refused = refused.plus(row.amount());
                withoutBudget += available == null ? 1 : 0;
            }
        }
        assertThat(accepted.rows()).isEqualTo(11_947);
        assertThat(accepted.sum()).isEqualByComparingTo(millions("50078.8"));
        assertThat(refused.rows()).isEqualTo(1_320);
        assertThat(refused.sum()).isEqualByComparingTo(millions("62970.7"));
        assertThat(withoutBudget).isEqualTo(382);
        assertThat(negative.rows()).isEqualTo(1);
        assertThat(negative.sum()).isEqualByComparingTo(millions("-0.1"));
    }

    private Scan scan() {
        return new Scan(profile, Limits.DEFAULT, new EmptyLedger(), Long.MAX_VALUE);
    }

    private List<PlannedRow> rows(Scan.Result scan) throws IOException {
        List<PlannedRow> all = new ArrayList<>();
        try (PlanRows rows = new PlanRows(file, profile, Limits.DEFAULT, scan.codes(), scan.establish())) {
            for (PlannedRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private static Tally tally(Scan.Result scan, RowKind kind) {
        return scan.planned().getOrDefault(kind, Tally.NONE);
    }

    private static BigDecimal millions(String amount) {
        return new BigDecimal(amount).multiply(MILLION);
    }

    private static Profile profile() {
        try (InputStream in =
                UgandaPlanTest.class.getResourceAsStream("/import-profiles/uganda-western-region-2015.yaml")) {
            return new ProfileReader().read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
