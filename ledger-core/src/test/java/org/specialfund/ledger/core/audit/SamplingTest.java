package org.specialfund.ledger.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.audit.event.SampledItem;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.RefusedException;

/** What is drawn was computed once by another program, in Python, from nothing but the description of the method. */
class SamplingTest {

    private static final Population POPULATION = Population.of(events(), "CNY");

    private static List<MoneyEvent> events() {
        List<MoneyEvent> events = new ArrayList<>();
        for (String amount : List.of(
                "120.00", "35.50", "999.99", "4.00", "250.25", "61.10", "7.77", "480.00", "15.00", "88.88", "300.00",
                "42.42")) {
            events.add(spent(String.format("D%02d", events.size() + 1), amount));
        }
        events.add(returned("D03", "99.99"));
        events.add(returned("D08", "30.00"));
        events.add(returned("D11", "300.00"));
        return events;
    }

    private static FundsSpent spent(String reference, String amount) {
        return new FundsSpent(
                "F1",
                2026,
                "A1",
                reference,
                "T:1",
                null,
                BigDecimal.ZERO,
                new BigDecimal(amount),
                "CNY",
                LocalDate.EPOCH,
                null,
                null);
    }

    private static FundsRestored returned(String reference, String amount) {
        return new FundsRestored(
                "F1", 2026, "A1", reference, "T:1", null, "returned", new BigDecimal(amount), "CNY", LocalDate.EPOCH);
    }

    private static List<String> drawn(String method, String seed, int size, int negatives) {
        return Sampling.draw(method, seed, size, negatives, POPULATION).stream()
                .map(item -> item.reference() + " " + item.kind() + " " + item.stratum())
                .toList();
    }

    @Test
    void hashesTheCanonicalText() {
        assertThat(POPULATION.sha256()).isEqualTo("1ecea2c104d9efa9f113e8964bc08560c2e70f69868e45d6c08b27bcb970114d");
        assertThat(POPULATION.items()).hasSize(15);
        assertThat(POPULATION.sum()).isEqualTo("1974.92");
    }

    @Test
    void isTheSamePopulationInWhateverOrderTheEventsCome() {
        List<MoneyEvent> reversed = new ArrayList<>(events());
        Collections.reverse(reversed);

        assertThat(Population.of(reversed, "CNY").sha256()).isEqualTo(POPULATION.sha256());
        assertThat(Population.of(reversed.subList(1, 15), "CNY").sha256()).isNotEqualTo(POPULATION.sha256());
    }

    @Test
    void drawsAtRandomFromAllItems() {
        assertThat(drawn("random", "2026-06-15", 5, 0))
                .containsExactly(
                        "D06 payment random",
                        "D08 return random",
                        "D03 return random",
                        "D05 payment random",
                        "D11 payment random");
    }

    @Test
    void drawsByMonetaryUnitsWithCertaintyItemsAndAStratumOfNegatives() {
        assertThat(drawn("monetary-unit", "2026-06-15", 6, 2))
                .containsExactly(
                        "D03 payment certainty",
                        "D08 payment certainty",
                        "D01 payment systematic",
                        "D09 payment systematic",
                        "D11 payment systematic",
                        "D08 return negative",
                        "D03 return negative");
        assertThat(drawn("monetary-unit", "dice-4-2-6", 4, 9))
                .containsExactly(
                        "D03 payment certainty",
                        "D01 payment systematic",
                        "D08 payment systematic",
                        "D11 payment systematic",
                        "D11 return negative",
                        "D03 return negative",
                        "D08 return negative");
    }

    @Test
    void drawsNothingTwiceAndAllWhereAllAreAskedFor() {
        for (int seed = 0; seed < 50; seed++) {
            for (String method : List.of("random", "monetary-unit")) {
                List<SampledItem> items = Sampling.draw(method, "s" + seed, 7, 2, POPULATION);
                Set<SampledItem> distinct = new HashSet<>(items);
                assertThat(distinct).as("%s s%d", method, seed).hasSameSizeAs(items);
            }
        }
        assertThat(drawn("random", "any", 15, 0)).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void refusesMoreThanThereIs() {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> Sampling.draw("random", "s", 16, 0, POPULATION));
        assertThat(refused.refusal().figures())
                .containsEntry("population", "15")
                .containsEntry("size", "16");

        refused = catchThrowableOfType(
                RefusedException.class, () -> Sampling.draw("monetary-unit", "s", 13, 0, POPULATION));
        assertThat(refused.refusal().figures()).containsEntry("population", "12");
    }
}
