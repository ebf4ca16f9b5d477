package cn.shequ.localstack.issuer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives access tokens of the issuer that the suite trusts, so that the same story can be told with another issuer. */
public interface TokenGiver {

    /** For a demonstration person. */
    String token(Person person);

    /** For whatever a test needs, also for what no demonstration person may do. */
    String token(String subject, List<String> roles, @Nullable String division, @Nullable String department);
}
