package org.specialfund.ledger.api;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.core.CoreRules;

/** The rules of architecture.md for the whole build, each seen to bite. Those of the core alone are tested there. */
class ArchitectureTest {

    private static final String PROJECTIONS = "org.specialfund.ledger.projections";
    private static final String API = "org.specialfund.ledger.api";
    private static final String VIOLATIONS = API + ".violations";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PROJECTIONS, API);

    /** But for what security itself refuses, and for a unit's login that names no unit. */
    private static final ArchRule ROLES_ARE_REFUSED_BY_THE_TABLE = noClasses()
            .that()
            .resideOutsideOfPackages(API + ".permission", API + ".security", API + ".reading", API + ".error")
            .should()
            .accessField(ProblemCode.class, ProblemCode.FORBIDDEN.name())
            .as("who may call an endpoint stands in the table of roles only");

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(VIOLATIONS);

    @Test
    void nobodyOutsideTheCoreTouchesAnAggregate() {
        assertThat(MAIN).hasSizeGreaterThan(100);
        CoreRules.AGGREGATES_STAY_INSIDE.check(MAIN);
        assertThatThrownBy(() -> CoreRules.AGGREGATES_STAY_INSIDE.check(BROKEN))
                .hasMessageContaining("TouchesAnAggregate");
    }

    @Test
    void projectionsReadEventsOnly() {
        projectionsReadEventsOnly(PROJECTIONS).check(MAIN);
        assertThatThrownBy(() ->
                        projectionsReadEventsOnly(VIOLATIONS + ".projections").check(BROKEN))
                .hasMessageContaining("KnowsACommand");
    }

    @Test
    void projectionsDoNotKnowEachOther() {
        projectionsDoNotKnowEachOther(PROJECTIONS).check(MAIN);
        assertThatThrownBy(() -> projectionsDoNotKnowEachOther(VIOLATIONS + ".projections")
                        .check(BROKEN))
                .hasMessageContaining("KnowsAnotherProjection");
    }

    @Test
    void everyPackageIsNullMarked() {
        CoreRules.PACKAGES_ARE_NULL_MARKED.check(MAIN);
        assertThatThrownBy(() -> CoreRules.PACKAGES_ARE_NULL_MARKED.check(BROKEN))
                .hasMessageContaining("violations.projections.fund is not null-marked");
    }

    @Test
    void rolesAreRefusedByTheTableOnly() {
        ROLES_ARE_REFUSED_BY_THE_TABLE.check(MAIN);
        assertThatThrownBy(() -> ROLES_ARE_REFUSED_BY_THE_TABLE.check(BROKEN)).hasMessageContaining("RefusesARole");
    }

    /** Of the core: its events, its postings, its value types; of the application: nothing. */
    private static ArchRule projectionsReadEventsOnly(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                CoreRules.CORE + ".shared", CoreRules.CORE + ".posting", CoreRules.CORE + ".*.event")
                        .or(resideInAPackage(base + ".."))
                        .or(resideOutsideOfPackage("org.specialfund.ledger..")))
                .as("projections know the core's events, postings and value types only");
    }

    /** What they share is how they are run. */
    private static ArchRule projectionsDoNotKnowEachOther(String base) {
        return slices().matching(base + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(base + ".processing.."))
                .ignoreDependency(resideInAPackage(base + ".processing.."), alwaysTrue());
    }
}
