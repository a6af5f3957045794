package press.broadsheet.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class LimitedTest {
    @Test
    void whatever_anybody_may_write_is_limited() {
        Stream<JavaMethod> open = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("press.broadsheet").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(LimitedTest::isOpen)
                        .filter(LimitedTest::writes);

        assertThat(open).isNotEmpty().allMatch(method -> method.isAnnotatedWith(Limited.class));
    }

    private static boolean isOpen(JavaMethod method) {
        return method.isAnnotatedWith(PermitAll.class) || method.getOwner().isAnnotatedWith(PermitAll.class);
    }

    private static boolean writes(JavaMethod method) {
        return Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class).anyMatch(method::isAnnotatedWith);
    }
}
