package press.broadsheet;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What the rules of {@link HouseRulesTest} say that ArchUnit has no words for. */
final class ArchRules {
    private static final Set<String> WRITING =
            Set.of("persist", "persistAndFlush", "delete", "deleteAll", "deleteById", "update", "flush");

    private ArchRules() {}

    static <T> DescribedPredicate<T> that(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    static DescribedPredicate<JavaMethod> areResourceMethods() {
        return that("are resource methods", method -> method.isMetaAnnotatedWith(HttpMethod.class));
    }

    static ArchCondition<JavaClass> havePathWith(String part) {
        return condition(
                "have a path with " + part,
                (JavaClass resource) ->
                        resource.getAnnotationOfType(Path.class).value().contains(part),
                JavaClass::getName);
    }

    static ArchCondition<JavaMethod> returnAnEntity() {
        return condition(
                "return an entity",
                (JavaMethod method) -> method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isAnnotatedWith(Entity.class)),
                JavaMethod::getFullName);
    }

    static ArchCondition<JavaClass> writeThroughARepositoryOfAnotherPackage() {
        return condition(
                "write through a repository of another package",
                (JavaClass caller) ->
                        caller.getMethodCallsFromSelf().stream().anyMatch(call -> isForeignWrite(caller, call)),
                JavaClass::getName);
    }

    private static boolean isForeignWrite(JavaClass caller, JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return owner.isAssignableTo(PanacheRepositoryBase.class)
                && WRITING.contains(call.getName())
                && !owner.getPackageName().equals(caller.getPackageName());
    }

    private static <T> ArchCondition<T> condition(String description, Predicate<T> holds, Function<T, String> name) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(item, holds.test(item), name.apply(item)));
            }
        };
    }
}
