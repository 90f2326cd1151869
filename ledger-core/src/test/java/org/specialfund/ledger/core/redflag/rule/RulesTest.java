package org.specialfund.ledger.core.redflag.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All rules are listed, each under a name of its own, and judge by what they are given. */
class RulesTest {

    @Test
    void listsEveryRuleOnce() {
        List<Rule<?>> all = Rules.all(Thresholds.USUAL);

        assertThat(all)
                .extracting(rule -> rule.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages(Rule.class.getPackageName())
                                .stream()
                                .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
                                .map(JavaClass::getName)
                                .toList());
        assertThat(all.stream().map(Rule::name).collect(Collectors.toSet()))
                .hasSameSizeAs(all)
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void thresholdsThatAreNamedTakeThePlaceOfTheUsual() {
        Thresholds named =
                Thresholds.USUAL.but(Map.of("dormantDays", new BigDecimal("90.0"), "slowShare", new BigDecimal("0.3")));

        assertThat(named.dormantDays()).isEqualTo(90);
        assertThat(named.slowShare()).isEqualByComparingTo("0.3");
        assertThat(named.splitDays()).isEqualTo(Thresholds.USUAL.splitDays());
        assertThat(Thresholds.USUAL.but(Map.of())).isEqualTo(Thresholds.USUAL);
        assertThatThrownBy(() -> Thresholds.USUAL.but(Map.of("dormantDays", new BigDecimal("90.5"))))
                .isInstanceOf(ArithmeticException.class);
    }
}
