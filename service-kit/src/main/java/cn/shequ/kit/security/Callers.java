package cn.shequ.kit.security;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Caller} of the present request from its token. */
@ApplicationScoped
public class Callers {

    private final CurrentIdentityAssociation identities;

    Callers(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** The caller of an operation that is not public. */
    public Caller current() {
        return identified().orElseThrow(() -> Refusal.of(HttpProblem.UNAUTHENTICATED));
    }

    /** The caller of a public operation, who may be anybody. */
    public Optional<Caller> identified() {
        return read(identities.getIdentity());
    }

    /** The caller, once known, without waiting; fails when there is none or the token is refused. */
    public Uni<Caller> deferred() {
        return identities.getDeferredIdentity().map(identity -> read(identity).orElseThrow());
    }

    private static Optional<Caller> read(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(new Caller(
                        token.getSubject(),
                        client(token),
                        identity.getRoles(),
                        division(token),
                        claim(token, "department")))
                : Optional.empty();
    }

    private static String client(JsonWebToken token) {
        String authorizedParty = claim(token, "azp");
        return authorizedParty == null ? token.getSubject() : authorizedParty;
    }

    private static @Nullable DivisionCode division(JsonWebToken token) {
        String division = claim(token, "division");
        return division == null ? null : DivisionCode.of(division);
    }

    /** {@code getClaim} throws and catches an exception on its way for every name that no standard registers. */
    private static @Nullable String claim(JsonWebToken token, String name) {
        Object value = token instanceof OidcJwtCallerPrincipal known
                ? known.getClaims().getClaimValue(name)
                : token.getClaim(name);
        return value instanceof String text ? text : null;
    }
}
