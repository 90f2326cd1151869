package org.specialfund.ledger.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.NullMarked;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** The rules of architecture.md and style.md for the core; {@code ArchitectureTest} shows that each bites. */
public final class CoreRules {

    /** The root package of the core. */
    public static final String CORE = "org.specialfund.ledger.core";

    /** The features, each before those that may depend on it; what all stand on comes first. */
    private static final List<String> ORDER = List.of(
            "shared",
            "posting",
            "decision",
            "refusal",
            "calendar",
            "fund",
            "fundyear",
            "payee",
            "project",
            "allocation",
            "invoice",
            "disbursement",
            "reversal",
            "reconciliation",
            "audit",
            "redflag",
            "proposal");

    /** The core needs the JDK without I/O, Axon without Spring and its server, and annotations on null. */
    public static final ArchRule DEPENDS_ON_LITTLE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            CORE + "..",
                            "java.lang..",
                            "java.math..",
                            "java.time..",
                            "java.util..",
                            "java.nio.charset..",
                            "java.security..",
                            "org.jspecify.annotations..",
                            "org.axonframework..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            "org.axonframework.axonserver..",
                            "org.axonframework.spring..",
                            "org.axonframework.springboot..")))
                    .or(describe("arrays of primitives", type -> type.isPrimitive() || type.isArray())))
            .as("the core depends on the JDK without I/O, Axon and jspecify only");

    /** Decisions and events come from what they are told: no clock, no chance, no log. */
    public static final ArchRule LOOKS_AT_NOTHING = noClasses()
            .should()
            .accessTargetWhere(describe("is a clock, chance or a stream of output", CoreRules::looksOutside))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    ""
                            + "java\\.util\\.Random|java\\.security\\.SecureRandom|.*\\.ThreadLocalRandom|java\\.util\\.logging\\..*"
                            + "|org\\.slf4j\\..*|java\\.io\\.(?!Serializable).*|java\\.nio\\.file\\..*|java\\.net\\..*|java\\.sql\\..*")
            .as("nothing in the core reads the clock, draws at random, logs, or does I/O");

    /** The clock reaches decisions as "today" of their work; only the root package holds it. */
    public static final ArchRule FEATURES_HOLD_NO_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage(CORE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .as("features hold no clock");

    /** Events are records of stable raw types, under a stored name. */
    public static final ArchRule EVENTS_ARE_NAMED_RECORDS = classes()
            .that()
            .areAssignableTo(LedgerEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith(EventType.class)
            .andShould()
            .resideInAPackage("..event")
            .andShould(haveRawFields())
            .as("events are records of raw types with a stored name, in a package event");

    /** Commands too: proposals keep them as data. */
    public static final ArchRule COMMANDS_ARE_NAMED_RECORDS = classes()
            .that()
            .areAssignableTo(LedgerCommand.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith(EventType.class)
            .andShould()
            .resideInAPackage("..command")
            .as("commands are records with a stored name, in a package command");

    /** Every package says whether it knows null. */
    public static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes().should(resideInANullMarkedPackage()).as("every package has a package-info with @NullMarked");

    /** The state behind decisions is nobody's but the core's. */
    public static final ArchRule AGGREGATES_STAY_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackage(CORE + "..")
            .or()
            .resideInAPackage("..violations..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(AggregateRoot.class)
            .as("nobody outside the core touches an aggregate");

    private CoreRules() {}

    /** Features below a package form no cycle. */
    public static ArchRule featuresFormNoCycle(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    /** Features below a package depend on earlier ones only. */
    public static ArchRule featuresDependOnEarlierOnes(String base) {
        return classes().should(new ArchCondition<>("depend on earlier features only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = place(type, base);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> own >= 0 && place(dependency.getTargetClass(), base) > own)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        });
    }

    /** Every feature has its place in the order. */
    public static ArchRule featuresHaveAPlace(String base) {
        return classes()
                .that()
                .resideOutsideOfPackage(base)
                .should(new ArchCondition<>("belong to a feature that has a place in the order") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (place(type, base) < 0) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " has none"));
                        }
                    }
                });
    }

    private static int place(JavaClass type, String base) {
        String name = type.getPackageName();
        if (!name.startsWith(base + ".")) {
            return -1;
        }
        return ORDER.indexOf(name.substring(base.length() + 1).split("\\.")[0]);
    }

    private static boolean looksOutside(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getName();
        return owner.startsWith("java.time.") && member.equals("now")
                || owner.equals("java.time.Clock") && member.startsWith("system")
                || owner.equals("java.util.UUID") && member.equals("randomUUID")
                || owner.equals("java.lang.Math") && member.equals("random")
                || owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime", "out", "err", "getenv", "getProperty")
                                .contains(member);
    }

    private static ArchCondition<JavaClass> haveRawFields() {
        Set<Class<?>> raw = Set.of(
                String.class,
                int.class,
                Integer.class,
                long.class,
                boolean.class,
                BigDecimal.class,
                LocalDate.class,
                List.class,
                Map.class);
        return new ArchCondition<>("have fields of raw types") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    boolean stable = field.getModifiers().contains(JavaModifier.STATIC)
                            || raw.stream().anyMatch(field.getRawType()::isEquivalentTo);
                    if (!stable) {
                        events.add(SimpleConditionEvent.violated(field, field.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not null-marked"));
                }
            }
        };
    }
}
