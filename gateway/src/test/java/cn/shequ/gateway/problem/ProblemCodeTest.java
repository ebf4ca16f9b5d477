package cn.shequ.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {
    private static final Pattern CHINESE_LETTER = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void both_languages_are_written_and_name_the_same_figures(ProblemCode code) {
        assertThat(code.title(Language.CHINESE)).containsPattern(CHINESE_LETTER);
        assertThat(code.detail(Language.CHINESE)).containsPattern(CHINESE_LETTER);
        assertThat(code.title(Language.ENGLISH)).isNotBlank().doesNotContainPattern(CHINESE_LETTER);
        assertThat(code.detail(Language.ENGLISH)).isNotBlank().doesNotContainPattern(CHINESE_LETTER);
        assertThat(figures(code.detail(Language.CHINESE))).isEqualTo(figures(code.detail(Language.ENGLISH)));
    }

    @Test
    void a_problem_has_the_members_of_the_standard_a_stable_code_and_its_figures() {
        var problem = Problem.of(ProblemCode.SERVICE_BUSY)
                .with("service", "funding")
                .retryAfter(Duration.ofMillis(1_001))
                .in(Language.ENGLISH, "/api/funding/v1/funds");

        assertThat(problem.encode())
                .isEqualTo("{\"type\":\"urn:shequ:problem:service-busy\",\"title\":\"Service busy\",\"status\":503,"
                        + "\"detail\":\"All connections to service funding are taken. Try again in 2 seconds.\","
                        + "\"instance\":\"/api/funding/v1/funds\",\"code\":\"service-busy\","
                        + "\"figures\":{\"service\":\"funding\",\"wait\":2}}");
    }

    @Test
    void nobody_is_told_to_come_back_at_once() {
        assertThat(Problem.wholeSeconds(Duration.ZERO)).isEqualTo(1);
        assertThat(Problem.wholeSeconds(Duration.ofMillis(1))).isEqualTo(1);
        assertThat(Problem.wholeSeconds(Duration.ofSeconds(5))).isEqualTo(5);
    }

    private static Set<String> figures(String text) {
        return Pattern.compile("\\$\\{([a-z]+)}")
                .matcher(text)
                .results()
                .map((MatchResult figure) -> figure.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
