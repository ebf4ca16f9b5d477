package cn.shequ.localstack;

import cn.shequ.localstack.issuer.Demonstration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Access tokens of the test JVM's issuer, for tests that speak to a service. */
public final class Tokens {

    private Tokens() {}

    /** For a demonstration person, such as {@code finance-city}. */
    public static String of(String username) {
        return TestInfrastructure.addresses().mint().token(Demonstration.load().person(username));
    }

    /** For anybody: any roles, anywhere or nowhere. */
    public static String of(
            String subject, List<String> roles, @Nullable String division, @Nullable String department) {
        return TestInfrastructure.addresses().mint().token(subject, roles, division, department);
    }
}
