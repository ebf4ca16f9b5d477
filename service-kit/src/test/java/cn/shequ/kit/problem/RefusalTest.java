package cn.shequ.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.rulebook.KeptRule;
import cn.shequ.kit.rulebook.RuleOrigin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    /** Rests on an article where no other rule takes its place. */
    private record Late() implements ProblemCode {

        @Override
        public String name() {
            return "LATE";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public List<Integer> articles() {
            return List.of(7);
        }

        @Override
        public String bundle() {
            return "messages/probe";
        }
    }

    @Test
    void withoutARuleItRestsOnItsArticles() {
        Refusal refusal = Refusal.of(new Late());
        assertThat(refusal.articles()).containsExactly(7);
        assertThat(refusal.ruleReference()).isNull();
    }

    @Test
    void aKeptRuleOfThePolicyLeavesTheArticles() {
        Refusal refusal = Refusal.of(new Late()).under(new KeptRule("evaluation.request-by@1", RuleOrigin.POLICY));
        assertThat(refusal.articles()).containsExactly(7);
        assertThat(refusal.ruleReference()).isEqualTo("evaluation.request-by@1");
    }

    @ParameterizedTest
    @EnumSource(names = {"LAW", "PRODUCT_DEFAULT"})
    void anyOtherKeptRuleTakesTheirPlace(RuleOrigin origin) {
        Refusal refusal = Refusal.of(new Late()).under(new KeptRule("some.rule@2", origin));
        assertThat(refusal.articles()).isEmpty();
        assertThat(refusal.ruleReference()).isEqualTo("some.rule@2");
    }
}
