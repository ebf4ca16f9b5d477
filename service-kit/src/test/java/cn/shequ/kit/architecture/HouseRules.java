package cn.shequ.kit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The house style as far as a machine can check it. A service's {@code ArchitectureTest} returns
 * {@link #of(String)} from a test factory and needs nothing else; there is no list of exceptions.
 */
public final class HouseRules {

    /** What the rules of a feature may know: the language, the suite's own values, annotations of their JSON form. */
    private static final String[] FREE_OF_FRAMEWORKS = {
        "java..",
        "javax.crypto..",
        "cn.shequ..",
        "org.jspecify.annotations..",
        "com.fasterxml.jackson.annotation..",
        "jakarta.validation..",
        "org.eclipse.microprofile.openapi.annotations..",
        "org.apache.commons.csv..",
        "org.dhatim.fastexcel..",
        "org.apache.pdfbox..",
        "org.apache.fontbox.."
    };

    private HouseRules() {}

    /** One test per rule, for the code that ships below a package such as {@code cn.shequ.funding}. */
    public static Stream<DynamicTest> of(String root) {
        JavaClasses shipped = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return rules(root).stream()
                // A young service has nothing yet that some of the rules speak of.
                .map(rule -> rule.allowEmptyShould(true))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(shipped)));
    }

    private static List<ArchRule> rules(String root) {
        return List.of(
                arrow(Role.RESOURCE, "org.jdbi..", "a resource leaves SQL to persistence"),
                arrow(Role.USE, "jakarta.ws.rs..", "a use knows no HTTP"),
                arrow(Role.PERSISTENCE, "jakarta.ws.rs..", "persistence knows no HTTP"),
                noClasses()
                        .that(Role.is(Role.USE, Role.PERSISTENCE, Role.RULES))
                        .should()
                        .dependOnClassesThat(Role.is(Role.RESOURCE).and(resideInAPackage(root + "..")))
                        .as("nothing depends on a resource"),
                noClasses()
                        .that(Role.is(Role.PERSISTENCE))
                        .should()
                        .dependOnClassesThat(Role.is(Role.USE).and(resideInAPackage(root + "..")))
                        .as("persistence does not call the use that calls it"),
                noClasses()
                        .that(Role.is(Role.RULES))
                        .should()
                        .dependOnClassesThat(Role.is(Role.USE, Role.PERSISTENCE, Role.RESOURCE)
                                .and(resideInAPackage(root + "..")))
                        .as("rules are called and call nobody back"),
                classes()
                        .that(Role.is(Role.RULES))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(FREE_OF_FRAMEWORKS))
                        .as("rules import no framework"),
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("cn.shequ..")
                                .and(resideOutsideOfPackages(root + "..", "cn.shequ.kit..", "cn.shequ.events..")))
                        .as("services never depend on services"),
                slices().matching(root + ".(*)..").should().beFreeOfCycles().as("features know each other one way"),
                noClasses().should().resideInAnyPackage(LayoutRules.LAYERS).as("packages are features, never layers"),
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveNameMatching(".*(Utils?|Helper|Manager|Dto|DTO)(\\$.*)?")
                        .as("names say what a thing is"),
                classes().should(LayoutRules.BE_NULL_MARKED).as("every package is null-marked"),
                fields().should()
                        .notBeAnnotatedWith("jakarta.inject.Inject")
                        .as("dependencies come through constructors"),
                noClasses().should(LayoutRules.READ_THE_SYSTEM_CLOCK).as("the clock is injected"),
                methods()
                        .that(LayoutRules.ARE_OPERATIONS)
                        .should(LayoutRules.NAME_THEIR_ROLES_AND_SAY_WHAT_THEY_DO)
                        .as("every operation names its roles and is documented"));
    }

    private static ArchRule arrow(Role from, String forbidden, String sentence) {
        return noClasses()
                .that(Role.is(from))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(forbidden)
                .as(sentence);
    }
}
