package cn.shequ.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.routing.RequestTarget.Malformed;
import cn.shequ.gateway.routing.RequestTarget.OfService;
import java.net.URI;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RequestTargetTest {
    private static final int CASES = 50_000;
    private static final String[] PIECES = {
        "..", ".", "/", "%2e", "%2E", "%2f", "%2F", "%252e", "%252f", "%5c", "%25", ";x", "a", "q", "v1", "%e4", "..."
    };

    @Test
    void what_is_passed_on_stays_below_v1_however_often_it_is_decoded_and_normalised() {
        long seed = 20_111_223;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int passed = 0;
        for (int i = 0; i < CASES; i++) {
            var path = new StringBuilder("/api/funding/v1/");
            for (int piece = random.nextInt(1, 9); piece > 0; piece--) {
                path.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (RequestTarget.of(path.toString(), null) instanceof OfService target) {
                passed++;
                assertThat(target.uri()).isEqualTo(path.substring("/api/funding".length()));
                String read = target.uri();
                for (int reading = 0; reading < 3; reading++) {
                    assertThat(URI.create("http://s" + withoutParameters(read).replaceAll("%(?![0-9a-fA-F]{2})", "x"))
                                    .normalize()
                                    .getRawPath())
                            .as("seed %d, case %d: %s read as %s", seed, i, path, read)
                            .startsWith("/v1");
                    read = read.replaceAll("(?i)%2e", ".")
                            .replaceAll("(?i)%2f", "/")
                            .replaceAll("(?i)%5c", "/")
                            .replaceAll("%25", "%");
                }
            }
        }
        assertThat(passed).as("cases that pass at all").isGreaterThan(CASES / 100);
    }

    @Test
    void a_target_without_a_path_is_for_nobody() {
        assertThat(RequestTarget.of("", null)).isInstanceOf(Malformed.class);
        assertThat(RequestTarget.of("*", null)).isInstanceOf(Malformed.class);
    }

    @Test
    void the_query_is_not_judged() {
        assertThat(RequestTarget.of("/api/funding/v1/x", "back=../../%zz"))
                .isEqualTo(new OfService("funding", "/v1/x?back=../../%zz"));
    }

    private static String withoutParameters(String path) {
        return path.replaceAll(";[^/]*", "");
    }
}
