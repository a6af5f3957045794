package press.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house, see "Packages" in the README. Each was seen failing once on a planted fault. */
class ArchitectureTest {
    private static final String ROOT = "press.broadsheet";
    private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java/press/broadsheet");
    private static final int LONGEST_FILE = 250;
    private static final int MOST_TYPES = 15;
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final Map<String, Integer> BANDS = bands();

    @Test
    void the_table_names_exactly_the_packages_on_disk() throws IOException {
        try (Stream<java.nio.file.Path> folders = Files.list(SOURCES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(BANDS.keySet());
        }
    }

    @TestFactory
    Stream<DynamicTest> a_package_imports_only_from_lower_bands() {
        return BANDS.keySet().stream()
                .map(name -> dynamicTest(name, () -> {
                    String[] notLower = BANDS.keySet().stream()
                            .filter(other -> !other.equals(name) && BANDS.get(other) >= BANDS.get(name))
                            .map(other -> ROOT + "." + other)
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + "." + name)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(notLower)
                            .orShould()
                            .dependOnClassesThat()
                            .resideInAPackage(ROOT)
                            .allowEmptyShould(true)
                            .check(CODE);
                }));
    }

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
                                        .that(ArchRules.that("write", ArchitectureTest::isWriting))
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
                                        .resideInAPackage("io.quarkus.panache..")),
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
                                "the lowest packages know neither JPA nor Hibernate",
                                noClasses()
                                        .that()
                                        .resideInAnyPackage(ROOT + ".problem", ROOT + ".content", ROOT + ".page")
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")))
                .entrySet()
                .stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(CODE)));
    }

    @Test
    void a_file_is_short_and_a_package_small() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(SOURCES)) {
            List<java.nio.file.Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (java.nio.file.Path file : sources) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
            }
            Map<java.nio.file.Path, Long> sizes = sources.stream()
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(java.nio.file.Path::getParent, Collectors.counting()));
            assertThat(sizes)
                    .allSatisfy((folder, size) ->
                            assertThat(size).as(folder.toString()).isLessThanOrEqualTo(MOST_TYPES));
        }
    }

    @Test
    void a_package_says_what_it_is_for() {
        assertThat(BANDS.keySet())
                .allSatisfy(name -> assertThat(SOURCES.resolve(name).resolve("package-info.java"))
                        .content()
                        .contains("/**"));
    }

    private static boolean isWriting(JavaMethod method) {
        return Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class).anyMatch(method::isAnnotatedWith);
    }

    private static Map<String, Integer> bands() {
        try {
            String readme = Files.readString(java.nio.file.Path.of("README.md"));
            String section = readme.substring(readme.indexOf("## Packages"));
            return Pattern.compile("^\\| (\\d) +\\| (.+?) *\\|", Pattern.MULTILINE)
                    .matcher(section)
                    .results()
                    .flatMap(row -> Stream.of(row.group(2).split(" · "))
                            .map(name -> Map.entry(name.replace("`", ""), Integer.valueOf(row.group(1)))))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
