package cn.shequ.kit.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.runtime.OidcConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RememberedTokensTest {

    private static final URL OURS =
            requireNonNull(RememberedTokens.class.getResource("/META-INF/microprofile-config.properties"));

    @Test
    void tokensAreRememberedAsTheServicesAreConfigured() {
        assertThat(RememberedTokens.isHeaderAll(configured(Map.of()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.token.header, X-Token",
        "quarkus.oidc.token.authorization-scheme, DPoP",
        "quarkus.oidc.token.binding.certificate, true",
        "quarkus.oidc.application-type, hybrid",
        "quarkus.oidc.another-city.auth-server-url, http://127.0.0.1:1/realms/other"
    })
    void nothingIsRememberedWhereTheHeaderDoesNotSayAll(String name, String value) {
        assertThat(RememberedTokens.isHeaderAll(configured(Map.of(name, value))))
                .isFalse();
    }

    /** As every service is, and then some. */
    private static OidcConfig configured(Map<String, String> further) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withMapping(OidcConfig.class)
                    .withSources(
                            new PropertiesConfigSource(OURS, 100),
                            new PropertiesConfigSource(further, "what somebody sets", 200))
                    .build()
                    .getConfigMapping(OidcConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
