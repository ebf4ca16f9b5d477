package cn.shequ.kit.imports;

import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.ProblemCode;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Takes tables into catalogues: each as a whole or not at all, one after another. */
@ApplicationScoped
public class CatalogueImports {

    private final ImportLock lock;

    CatalogueImports(ImportLock lock) {
        this.lock = lock;
    }

    /**
     * What became of each line, or in a dry run would.
     *
     * @param catalogue its name; the same for all imports into it
     * @param judging against what is on record when it is called, which is after the import before has ended
     * @param adding puts the new entries on record; false when one of them came there meanwhile by another way
     * @throws Refusal when a line is refused: then none is taken
     */
    public <T> List<LineReport> take(
            String catalogue,
            boolean dryRun,
            Supplier<CatalogueImport<T>> judging,
            ProblemCode refusedAs,
            Predicate<List<T>> adding) {
        if (dryRun) {
            return judging.get().report();
        }
        lock.take(catalogue);
        CatalogueImport<T> judged = judging.get();
        ImportReport.requireAllTaken(judged.report(), refusedAs);
        if (!adding.test(judged.added())) {
            throw Refusal.of(HttpProblem.CONFLICT);
        }
        return judged.report();
    }
}
