package cn.shequ.localstack.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTokensTest {

    @TempDir
    Path directory;

    @Test
    void demonstration_persons_sign_in_once_and_nobody_else_can() throws Exception {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (LocalIssuer issuer = LocalIssuer.start(address, directory.resolve("key.json"), Clock.systemUTC())) {
            PasswordTokens tokens = new PasswordTokens(URI.create(issuer.url()));
            Person nurse = Demonstration.load().person("health-nanguan");

            String token = tokens.token(nurse);

            JwtClaims claims = new JwtConsumerBuilder()
                    .setSkipSignatureVerification()
                    .setExpectedAudience("shequ")
                    .build()
                    .processToClaims(token);
            assertThat(claims.getSubject()).isEqualTo(nurse.subject());
            assertThat(claims.getStringClaimValue("department")).isEqualTo(nurse.department());
            assertThat(tokens.token(nurse)).isSameAs(token);
            assertThatThrownBy(() -> tokens.token(new Person("nobody", "无", "nobody", List.of(), null, null)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("does not sign nobody in");
        }
    }
}
