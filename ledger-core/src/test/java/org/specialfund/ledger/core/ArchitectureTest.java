package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.specialfund.ledger.core.shared.RefusalCode;

/** The core keeps its rules, and each rule bites: a class that breaks it is found. */
class ArchitectureTest {

    private static final String VIOLATIONS = CoreRules.CORE + ".violations";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CoreRules.CORE);

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(VIOLATIONS);

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(CoreRules.DEPENDS_ON_LITTLE, "LogsAndReadsFiles"),
                Arguments.of(CoreRules.LOOKS_AT_NOTHING, "LooksOutside"),
                Arguments.of(CoreRules.FEATURES_HOLD_NO_CLOCK, "HoldsAClock"),
                Arguments.of(CoreRules.EVENTS_ARE_NAMED_RECORDS, "NotARecord"),
                Arguments.of(CoreRules.EVENTS_ARE_NAMED_RECORDS, "NotNamed"),
                Arguments.of(CoreRules.EVENTS_ARE_NAMED_RECORDS, "NotRaw"),
                Arguments.of(CoreRules.COMMANDS_ARE_NAMED_RECORDS, "NotACommandRecord"),
                Arguments.of(CoreRules.PACKAGES_ARE_NULL_MARKED, "violations.bare"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsForTheCoreAndBites(ArchRule rule, String violator) {
        assertThat(CORE).isNotEmpty();
        rule.check(CORE);
        assertThatThrownBy(() -> rule.check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violator);
    }

    @Test
    void featuresDependOnEarlierOnesAndTheRuleBites() {
        CoreRules.featuresHaveAPlace(CoreRules.CORE).check(CORE);
        CoreRules.featuresDependOnEarlierOnes(CoreRules.CORE).check(CORE);
        assertThatThrownBy(
                        () -> CoreRules.featuresDependOnEarlierOnes(VIOLATIONS).check(BROKEN))
                .hasMessageContaining("DependsOnALaterFeature");
        assertThatThrownBy(() -> CoreRules.featuresHaveAPlace(VIOLATIONS).check(BROKEN))
                .hasMessageContaining("violations.bare");
    }

    @Test
    void featuresFormNoCycleAndTheRuleBites() {
        CoreRules.featuresFormNoCycle(CoreRules.CORE).check(CORE);
        assertThatThrownBy(() -> CoreRules.featuresFormNoCycle(VIOLATIONS).check(BROKEN))
                .hasMessageContaining("Cycle detected");
    }

    /** That it holds for the other modules is checked where they are known. */
    @Test
    void theRuleOnAggregatesBites() {
        assertThatThrownBy(() -> CoreRules.AGGREGATES_STAY_INSIDE.check(BROKEN))
                .hasMessageContaining("TouchesAnAggregate");
    }

    @Test
    void everyRefusalIsGivenSomewhere() {
        assertThat(CORE.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(RefusalCode.class))
                        .filter(field -> field.getOwner().getName().endsWith("Refusals"))
                        .filter(field -> field.getAccessesToSelf().stream()
                                .allMatch(access -> access.getOriginOwner().equals(field.getOwner()))))
                .isEmpty();
    }
}
