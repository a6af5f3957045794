package press.broadsheet.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ProblemTypeTest {
    @Test
    void every_type_has_a_slug_of_its_own_in_kebab_case() {
        assertThat(ProblemType.values())
                .extracting(ProblemType::slug)
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void every_type_says_what_happened_and_what_to_do_in_sentences() {
        assertThat(ProblemType.values()).allSatisfy(type -> {
            assertThat(type.title()).isNotBlank().doesNotEndWith(".");
            assertThat(type.cause()).endsWith(".");
            assertThat(type.remedy()).endsWith(".");
        });
    }

    @Test
    void a_type_is_found_by_its_slug() {
        assertThat(Arrays.stream(ProblemType.values())).allSatisfy(type -> assertThat(ProblemType.withSlug(type.slug()))
                .contains(type));
        assertThat(ProblemType.withSlug("unheard-of")).isEmpty();
    }

    @Test
    void a_status_without_a_type_is_the_clients_fault_from_400_and_ours_from_500() {
        assertThat(ProblemType.ofStatus(418)).isEqualTo(ProblemType.MALFORMED_REQUEST);
        assertThat(ProblemType.ofStatus(599)).isEqualTo(ProblemType.INTERNAL_ERROR);
    }
}
