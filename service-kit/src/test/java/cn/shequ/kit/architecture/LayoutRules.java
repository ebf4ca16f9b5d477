package cn.shequ.kit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The conditions that {@link HouseRules} is made of. */
final class LayoutRules {

    static final String[] LAYERS = {
        "..common..",
        "..core..",
        "..util..",
        "..utils..",
        "..helper..",
        "..helpers..",
        "..manager..",
        "..impl..",
        "..service..",
        "..services..",
        "..dto..",
        "..model..",
        "..entity..",
        "..entities..",
        "..repository..",
        "..controller..",
        "..domain..",
        "..config..",
        "..misc.."
    };

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private static final Set<String> ACCESS = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");

    static final ArchCondition<JavaClass> BE_NULL_MARKED = condition(
            "be in a null-marked package",
            type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"),
            type -> type.getName() + " is in a package without @NullMarked");

    /** Sleeping is as bad: it waits for a clock that no test can move. */
    static final ArchCondition<JavaClass> READ_THE_SYSTEM_CLOCK = new ArchCondition<>("read the system clock") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getMethodCallsFromSelf().stream()
                    .filter(LayoutRules::readsTheSystemClock)
                    .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
        }
    };

    static final DescribedPredicate<JavaMethod> ARE_OPERATIONS =
            DescribedPredicate.describe("are operations", method -> HTTP_METHODS.stream()
                    .anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb)));

    static final ArchCondition<JavaMethod> NAME_THEIR_ROLES_AND_SAY_WHAT_THEY_DO = condition(
            "name their roles and say what they do",
            method -> ACCESS.stream().anyMatch(method::isAnnotatedWith)
                    && method.isAnnotatedWith("org.eclipse.microprofile.openapi.annotations.Operation"),
            method -> method.getFullName() + " lacks its roles or its @Operation");

    private LayoutRules() {}

    private static boolean readsTheSystemClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        boolean withoutClock = call.getTarget().getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.Thread" -> name.equals("sleep");
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.time.Clock" -> name.startsWith("system");
            default -> CLOCKS.contains(owner) && name.equals("now") && withoutClock;
        };
    }

    private static <T> ArchCondition<T> condition(
            String description, Predicate<T> holds, Function<T, String> otherwise) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                if (!holds.test(item)) {
                    events.add(SimpleConditionEvent.violated(item, otherwise.apply(item)));
                }
            }
        };
    }
}
