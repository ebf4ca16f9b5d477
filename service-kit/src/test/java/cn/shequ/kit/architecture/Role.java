package cn.shequ.kit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/**
 * What part a class plays in its feature. Arrows run resource → use → rules ← persistence: a resource speaks HTTP,
 * a use is a bean without SQL, persistence is a bean with SQL, and everything else is rules.
 */
enum Role {
    RESOURCE,
    USE,
    PERSISTENCE,
    RULES;

    private static final Set<String> BEAN = Set.of(
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.Dependent",
            "jakarta.inject.Singleton",
            "jakarta.interceptor.Interceptor",
            "jakarta.ws.rs.ext.Provider");

    static Role of(JavaClass type) {
        JavaClass outermost = type.getEnclosingClass().map(Role::outermost).orElse(type);
        if (outermost.isAnnotatedWith("jakarta.ws.rs.Path")) {
            return RESOURCE;
        }
        if (BEAN.stream().noneMatch(outermost::isAnnotatedWith)) {
            return RULES;
        }
        return speaksSql(outermost) ? PERSISTENCE : USE;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Role::outermost).orElse(type);
    }

    private static boolean speaksSql(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("org.jdbi"));
    }

    static DescribedPredicate<JavaClass> is(Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return DescribedPredicate.describe(
                wanted.toString(), type -> !type.getPackageName().isEmpty() && wanted.contains(of(type)));
    }
}
