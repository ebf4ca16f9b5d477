package cn.shequ.kit.security;

import static io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType.SERVICE;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.oidc.common.runtime.OidcConstants;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/**
 * Checks a token, and remembers for a minute that it was good (ADR 56). Where the configuration makes anything else of the request
 * count beside the header {@code Authorization}, each is checked.
 */
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism check;
    private final boolean remembering;
    private final TokenMemory memory = new TokenMemory(Clock.systemUTC(), Ticker.systemTicker());

    RememberedTokens(OidcAuthenticationMechanism check, OidcConfig config) {
        this.check = check;
        this.remembering = isHeaderAll(config);
    }

    /** Whether it follows from the header {@code Authorization} alone who is meant. */
    static boolean isHeaderAll(OidcConfig config) {
        OidcTenantConfig issuer = OidcConfig.getDefaultTenant(config);
        OidcTenantConfig.Token token = issuer.token();
        return Set.of(OidcConfig.DEFAULT_TENANT_KEY)
                        .containsAll(config.namedTenants().keySet())
                && issuer.applicationType().filter(SERVICE::equals).isPresent()
                && token.header().isEmpty()
                && token.authorizationScheme().equals(OidcConstants.BEARER_SCHEME)
                && !token.binding().certificate();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization == null || !remembering
                ? check.authenticate(request, providers)
                : memory.identity(authorization, () -> check.authenticate(request, providers));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return check.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return check.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return check.getCredentialTransport(request);
    }

    /** Before the check itself. */
    @Override
    public int getPriority() {
        return check.getPriority() + 1;
    }
}
