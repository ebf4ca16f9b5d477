package cn.shequ.gateway.identity;

import cn.shequ.gateway.problem.Problem;
import cn.shequ.gateway.problem.ProblemCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Checks the token of a request, if it has one: signature, issuer, audience, expiry. A request without a token goes
 * on; whether its operation is public only the service that owns it knows, and decides.
 */
@ApplicationScoped
public class TokenCheck {
    private static final Duration ISSUER_WAIT = Duration.ofSeconds(5);

    private final IdentityProviderManager identities;

    TokenCheck(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** The caller's key for fair use, empty for one without a token; fails when the token did not pass. */
    public Future<Optional<String>> callerOf(RoutingContext context) {
        Context back = context.vertx().getOrCreateContext();
        Promise<Optional<String>> caller = Promise.promise();
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(
                        identity -> back.runOnContext(now -> caller.complete(keyOf(identity))),
                        failure -> back.runOnContext(now -> caller.fail(failure)));
        return caller.future();
    }

    private static Optional<String> keyOf(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()
                ? Optional.of(Caller.keyOf(token))
                : Optional.empty();
    }

    /** A token that cannot be judged because the issuer is away is not the caller's mistake. */
    public static Problem refusal(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return Problem.of(ProblemCode.INVALID_TOKEN)
                    .withHeader("WWW-Authenticate", "Bearer realm=\"shequ\", error=\"invalid_token\"");
        }
        return Problem.of(ProblemCode.SIGN_IN_UNAVAILABLE).retryAfter(ISSUER_WAIT);
    }

    public static Problem missing() {
        return Problem.of(ProblemCode.UNAUTHENTICATED).withHeader("WWW-Authenticate", "Bearer realm=\"shequ\"");
    }
}
