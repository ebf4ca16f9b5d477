package cn.shequ.acceptance.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes {@code docs/policy-coverage.md} after a full run in which all tests passed: one row for each article of
 * the policy, from the tags of the tests and the operations that they called.
 */
public final class PolicyCoverage implements TestExecutionListener {

    private final Map<ArticleTag, Set<String>> tests =
            new TreeMap<>(java.util.Comparator.comparing(ArticleTag::article).thenComparing(ArticleTag::allows));
    private final Map<Integer, Set<String>> operations = new TreeMap<>();
    private final AtomicBoolean allPassed = new AtomicBoolean(true);

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            CalledOperations.begin(test.getUniqueId());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        allPassed.set(false);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            allPassed.set(false);
        }
        if (!test.isTest()) {
            return;
        }
        Set<String> called = CalledOperations.end(test.getUniqueId());
        test.getTags().forEach(tag -> ArticleTag.of(tag.getName()).ifPresent(article -> {
            tests.computeIfAbsent(article, none -> new TreeSet<>()).add(name(test));
            operations
                    .computeIfAbsent(article.article(), none -> new TreeSet<>())
                    .addAll(called);
        }));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        boolean wholeRun = System.getProperty("test") == null;
        if (wholeRun && allPassed.get() && !tests.isEmpty()) {
            write(Path.of(System.getProperty("shequ.home"), "docs", "policy-coverage.md"));
        }
    }

    private void write(Path file) {
        StringBuilder page = new StringBuilder("""
                # What of the policy is shown to work

                Written by the acceptance tests from their tags. An article works when one test shows something it
                allows (or a duty met) and one shows something it refuses (or a duty missed and reported).

                | article | operations | tests that allow | tests that refuse |
                |---|---|---|---|
                """);
        for (int article = 1; article <= ArticleTag.LAST_ARTICLE; article++) {
            page.append("| ").append(article);
            page.append(" | ").append(cell(operations.getOrDefault(article, Set.of()), "`"));
            page.append(" | ").append(cell(tests.getOrDefault(new ArticleTag(article, true), Set.of()), ""));
            page.append(" | ").append(cell(tests.getOrDefault(new ArticleTag(article, false), Set.of()), ""));
            page.append(" |\n");
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Set<String> entries, String quote) {
        return entries.stream().map(entry -> quote + entry + quote).collect(Collectors.joining("<br>"));
    }

    /** {@code MainFlowIT: a task enters only after its money}. */
    private static String name(TestIdentifier test) {
        String method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
        String type = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaClass().getSimpleName())
                .orElse("");
        String sentence = method.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
        return type + ": " + sentence;
    }
}
