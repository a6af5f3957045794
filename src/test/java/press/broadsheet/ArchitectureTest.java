package press.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of packages, see "Packages" in the README. Each was seen failing once on a planted fault. */
class ArchitectureTest {
    private static final String ROOT = "press.broadsheet";
    private static final Path SOURCES = Path.of("src/main/java/press/broadsheet");
    private static final int LONGEST_FILE = 250;
    private static final int MOST_TYPES = 15;
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final Map<String, Integer> BANDS = bands();

    @Test
    void the_table_names_exactly_the_packages_on_disk() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
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

    @Test
    void a_file_is_short_and_a_package_small() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path file : sources) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
            }
            Map<Path, Long> sizes = sources.stream()
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
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

    private static Map<String, Integer> bands() {
        try {
            String readme = Files.readString(Path.of("README.md"));
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
