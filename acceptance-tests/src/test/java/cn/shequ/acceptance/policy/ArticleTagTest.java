package cn.shequ.acceptance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.discoveryRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherFactory;

class ArticleTagTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "art-0-allows",
                "art-37-refuses",
                "art-13",
                "art-13-forbids",
                "article-13-allows",
                "art-1x-allows"
            })
    void aTagThatNamesNoArticleIsFound(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> ArticleTag.of(tag));
    }

    @Test
    void otherTagsSpeakOfSomethingElse() {
        assertThat(ArticleTag.of("slow")).isEmpty();
        assertThat(ArticleTag.of("art-36-refuses")).contains(new ArticleTag(36, false));
    }

    @Test
    void everyTagOfThisModuleNamesAnArticle() {
        TestPlan plan = LauncherFactory.create()
                .discover(discoveryRequest()
                        .selectors(selectPackage("cn.shequ.acceptance"))
                        .build());
        assertThat(plan.containsTests()).isTrue();
        plan.accept(new TestPlan.Visitor() {
            @Override
            public void visit(TestIdentifier test) {
                for (TestTag tag : test.getTags()) {
                    assertThatCode(() -> ArticleTag.of(tag.getName()))
                            .as(test.getDisplayName())
                            .doesNotThrowAnyException();
                }
            }
        });
    }
}
