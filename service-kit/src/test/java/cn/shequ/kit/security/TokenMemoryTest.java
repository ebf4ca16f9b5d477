package cn.shequ.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private Duration elapsed = Duration.ZERO;
    private int checks;
    private final TokenMemory memory = new TokenMemory(() -> NOW.plus(elapsed), () -> elapsed.toNanos());

    @Test
    void a_good_token_is_checked_once_in_a_minute() {
        ask("Bearer a", NOW.plus(Duration.ofHours(1)));
        elapsed = TokenMemory.LONGEST.minusNanos(1);
        ask("Bearer a", NOW.plus(Duration.ofHours(1)));
        assertThat(checks).isEqualTo(1);

        elapsed = TokenMemory.LONGEST;
        ask("Bearer a", NOW.plus(Duration.ofHours(1)));
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void to_be_asked_again_does_not_make_the_minute_longer() {
        for (int second = 0; second <= 60; second++) {
            elapsed = Duration.ofSeconds(second);
            ask("Bearer a", NOW.plus(Duration.ofHours(1)));
        }
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void no_token_is_believed_beyond_its_end() {
        ask("Bearer a", NOW.plusSeconds(10));
        elapsed = Duration.ofSeconds(10).minusNanos(1);
        ask("Bearer a", NOW.plusSeconds(10));
        assertThat(checks).isEqualTo(1);

        elapsed = Duration.ofSeconds(10);
        ask("Bearer a", NOW.plusSeconds(10));
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void a_token_that_has_ended_or_never_ends_is_checked_each_time() {
        ask("Bearer ended", NOW.minusSeconds(1));
        ask("Bearer ended", NOW.minusSeconds(1));
        ask("Bearer endless", null);
        ask("Bearer endless", null);
        assertThat(checks).isEqualTo(4);
    }

    @Test
    void what_differs_in_anything_is_another_token() {
        ask("Bearer a", NOW.plusSeconds(10));
        ask("Bearer A", NOW.plusSeconds(10));
        ask("bearer a", NOW.plusSeconds(10));
        ask("Bearer a ", NOW.plusSeconds(10));
        assertThat(checks).isEqualTo(4);
    }

    @Test
    void what_was_refused_is_checked_again() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> memory.identity("Bearer a", () -> {
                                checks++;
                                return Uni.createFrom().failure(new AuthenticationFailedException());
                            })
                            .await()
                            .indefinitely())
                    .isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void what_is_no_token_stays_nobody() {
        for (int i = 0; i < 2; i++) {
            assertThat(memory.identity("Basic a", () -> {
                                checks++;
                                return Uni.createFrom().nullItem();
                            })
                            .await()
                            .indefinitely())
                    .isNull();
        }
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void who_it_is_and_what_they_may_is_remembered_and_nothing_of_the_request() {
        ask("Bearer a", NOW.plusSeconds(10));
        SecurityIdentity again = ask("Bearer a", NOW.plusSeconds(10));

        assertThat(again.getPrincipal().getName()).isEqualTo("a person");
        assertThat(again.getRoles()).containsExactly(Roles.AUDITOR);
        assertThat(again.getAttributes()).isEmpty();
    }

    private SecurityIdentity ask(String authorization, @Nullable Instant end) {
        return memory.identity(authorization, () -> {
                    checks++;
                    return Uni.createFrom().item(checked(end));
                })
                .await()
                .indefinitely();
    }

    private static SecurityIdentity checked(@Nullable Instant end) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("a person");
        if (end != null) {
            claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRole(Roles.AUDITOR)
                .addAttribute("request", new Object())
                .build();
    }
}
