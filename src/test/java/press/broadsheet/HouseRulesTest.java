package press.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.common.annotation.NonBlocking;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How code is written in this house. Each rule was seen failing once on a planted fault. */
class HouseRulesTest {
    private static final String ROOT = "press.broadsheet";
    private static final String[] WITHOUT_DATABASE = Stream.of(
                    "problem", "content", "query", "edge", "json", "contract", "page", "caching")
            .map(name -> ROOT + "." + name)
            .toArray(String[]::new);
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> rules() {
        return Map.<String, ArchRule>ofEntries(
                        Map.entry("packages are flat", classes().should().resideInAnyPackage(ROOT, ROOT + ".(*)")),
                        Map.entry(
                                "names say what a thing is",
                                noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto)")),
                        Map.entry(
                                "resource classes are package-private",
                                classes()
                                        .that()
                                        .areAnnotatedWith(Path.class)
                                        .should()
                                        .bePackagePrivate()),
                        Map.entry(
                                "resource methods are public, or they would be dropped silently",
                                methods()
                                        .that(ArchRules.areResourceMethods())
                                        .should()
                                        .bePublic()),
                        Map.entry(
                                "a resource's path names the collection and holds no parameter",
                                noClasses().that().areAnnotatedWith(Path.class).should(ArchRules.havePathWith("{"))),
                        Map.entry(
                                "every resource says who may call it",
                                classes()
                                        .that()
                                        .areAnnotatedWith(Path.class)
                                        .should()
                                        .beAnnotatedWith(PermitAll.class)
                                        .orShould()
                                        .beAnnotatedWith(RolesAllowed.class)),
                        Map.entry(
                                "management is never for everyone",
                                noClasses()
                                        .that()
                                        .haveSimpleNameEndingWith("ManagementResource")
                                        .should()
                                        .beAnnotatedWith(PermitAll.class)),
                        Map.entry(
                                "management says what it consumes",
                                classes()
                                        .that()
                                        .haveSimpleNameEndingWith("ManagementResource")
                                        .should()
                                        .beAnnotatedWith(Consumes.class)),
                        Map.entry(
                                "resources return no entity",
                                noMethods().that(ArchRules.areResourceMethods()).should(ArchRules.returnAnEntity())),
                        Map.entry(
                                "writing methods of resources open the transaction",
                                methods()
                                        .that(ArchRules.that("write", HouseRulesTest::isWriting))
                                        .should()
                                        .beAnnotatedWith(Transactional.class)),
                        Map.entry(
                                "repositories and editing open none",
                                noMethods()
                                        .that()
                                        .areDeclaredInClassesThat()
                                        .haveNameMatching(".*(Repository|Editing|Listing)")
                                        .should()
                                        .beAnnotatedWith(Transactional.class)),
                        Map.entry(
                                "what clients see or send is a record",
                                classes()
                                        .that()
                                        .haveNameMatching(".*[a-z](Representation|Card|Draft|Filter|Query)")
                                        .should()
                                        .beRecords()),
                        Map.entry(
                                "only repositories know Panache",
                                noClasses()
                                        .that()
                                        .haveSimpleNameNotEndingWith("Repository")
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage(
                                                "io.quarkus.panache..", "io.quarkus.hibernate.orm.panache..")),
                        Map.entry(
                                "no other package writes through a repository",
                                noClasses().should(ArchRules.writeThroughARepositoryOfAnotherPackage())),
                        Map.entry(
                                "beans get what they need by their constructor",
                                noFields().should().beAnnotatedWith(Inject.class)),
                        Map.entry(
                                "constructors are injected without saying so",
                                constructors().should().notBeAnnotatedWith(Inject.class)),
                        Map.entry(
                                "fields are never public unless constant",
                                fields().that().areNotFinal().should().notBePublic()),
                        Map.entry(
                                "entities have verbs, no setters",
                                noMethods()
                                        .that()
                                        .areDeclaredInClassesThat()
                                        .areAnnotatedWith(Entity.class)
                                        .should()
                                        .haveNameMatching("set[A-Z].*")),
                        Map.entry(
                                "time comes from the clock",
                                noClasses()
                                        .that()
                                        .doNotHaveSimpleName("Clocks")
                                        .should()
                                        .callMethod(Instant.class, "now")
                                        .orShould()
                                        .callMethod(System.class, "currentTimeMillis")),
                        Map.entry(
                                "only the problem package maps exceptions",
                                noClasses()
                                        .that()
                                        .resideOutsideOfPackage(ROOT + ".problem")
                                        .should()
                                        .dependOnClassesThat()
                                        .haveSimpleName("ServerExceptionMapper")),
                        Map.entry(
                                "what can do without a database knows neither JPA nor Hibernate",
                                noClasses()
                                        .that()
                                        .resideInAnyPackage(WITHOUT_DATABASE)
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")))
                .entrySet()
                .stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(CODE)));
    }

    /** What is answered on the event loop can't write; it may remember. */
    private static boolean isWriting(JavaMethod method) {
        return !method.isAnnotatedWith(NonBlocking.class)
                && Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class).anyMatch(method::isAnnotatedWith);
    }
}
