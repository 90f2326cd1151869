package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.Posting;

/** Every event is listed as posting or not, and what it posts sums to zero in every book. */
class PostingListTest {

    /** Words on which the postings of an event depend. */
    private static final List<String> WORDS = List.of(
            "opening",
            "increase",
            "reduction",
            "reclaim",
            "issue",
            "decrease",
            "virement",
            "surplus-to-year",
            "surplus-to-treasury",
            "year",
            "treasury",
            "open-year",
            "allocation",
            "recovery-demand",
            "recovery-receipt",
            "recovery-waiver",
            "spending-report");

    @Test
    void everyEventIsListed() throws IOException {
        String listed = Files.readString(Path.of("src/test/resources/postings.txt"));

        assertThat(LedgerCore.events().stream()
                        .map(event -> event.getAnnotation(EventType.class).value()
                                + (posts(event) ? " posts" : " does not post"))
                        .sorted()
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(listed);
    }

    static Stream<Class<? extends LedgerEvent>> posting() {
        return LedgerCore.events().stream().filter(PostingListTest::posts);
    }

    @ParameterizedTest
    @MethodSource("posting")
    void sumsToZeroInEveryBook(Class<? extends LedgerEvent> type) {
        int posted = 0;
        for (String word : WORDS) {
            LedgerEvent event = sample(type, word);
            List<Posting> postings;
            try {
                postings = event.postings();
            } catch (IllegalStateException notOfThisEvent) {
                continue;
            }
            posted++;
            Map<String, BigDecimal> books = new TreeMap<>();
            postings.forEach(posting -> books.merge(
                    posting.account().fund()
                            + posting.account().year()
                            + posting.account().kind().memo(),
                    posting.amount(),
                    BigDecimal::add));
            assertThat(postings).as("%s", event).isNotEmpty();
            assertThat(books.values()).as("%s", event).allSatisfy(sum -> assertThat(sum)
                    .isZero());
        }
        assertThat(posted).as("words that %s knows", type).isPositive();
    }

    private static boolean posts(Class<? extends LedgerEvent> event) {
        return Arrays.stream(event.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("postings"));
    }

    private static LedgerEvent sample(Class<? extends LedgerEvent> type, String word) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component, word))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static Object value(RecordComponent component, String word) {
        Class<?> type = component.getType();
        if (type == String.class) {
            boolean chosen = component.getName().equals("movement")
                    || component.getName().equals("destination");
            return chosen ? word : component.getName();
        } else if (type == BigDecimal.class) {
            return Do.amount(component.getName().equals("held") ? "15.00" : "10.00");
        } else if (type == LocalDate.class) {
            return Do.day("2026-02-28");
        } else if (type == List.class) {
            return List.of();
        }
        return component.getName().equals("year") ? 2026 : 2027;
    }
}
