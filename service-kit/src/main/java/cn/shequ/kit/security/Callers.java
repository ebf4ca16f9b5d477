package cn.shequ.kit.security;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
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
                        token.getClaim("department")))
                : Optional.empty();
    }

    private static String client(JsonWebToken token) {
        String authorizedParty = token.getClaim("azp");
        return authorizedParty == null ? token.getSubject() : authorizedParty;
    }

    private static @Nullable DivisionCode division(JsonWebToken token) {
        String division = token.getClaim("division");
        return division == null ? null : DivisionCode.of(division);
    }
}
