package cn.shequ.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The gateway has no rules of the city, so the house rules for services are not its own; these are. */
class ArchitectureTest {
    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.shequ.gateway");

    @Test
    void features_know_each_other_one_way() {
        slices().matching("cn.shequ.gateway.(*)..").should().beFreeOfCycles().check(SHIPPED);
    }

    @Test
    void nothing_depends_on_the_door() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..door..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..door..")
                .check(SHIPPED);
    }

    @Test
    void where_a_request_goes_is_judged_without_any_framework() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("RequestTarget")
                .or()
                .haveSimpleName("PathSafety")
                .or()
                .haveSimpleName("Forwarded")
                .or()
                .haveSimpleName("OuterAddresses")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io..", "jakarta..")
                .check(SHIPPED);
    }

    @Test
    void the_gateway_knows_no_service_and_no_database() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "cn.shequ.kit..",
                        "cn.shequ.admission..",
                        "cn.shequ.funding..",
                        "cn.shequ.workforce..",
                        "cn.shequ.facilities..",
                        "java.sql..",
                        "org.jdbi..")
                .check(SHIPPED);
    }

    @Test
    void dependencies_come_through_constructors_and_packages_are_null_marked() {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(SHIPPED);
        classes()
                .should()
                .resideInAnyPackage(SHIPPED.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .map(type -> type.getPackageName())
                        .toArray(String[]::new))
                .check(SHIPPED);
    }
}
