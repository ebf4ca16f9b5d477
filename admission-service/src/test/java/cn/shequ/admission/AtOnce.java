package cn.shequ.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several who act at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** The answers in the order of the calls; no call begins before every thread is there. */
    @SafeVarargs
    public static <T> List<T> call(Callable<T>... calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.length);
        List<Callable<T>> together = new ArrayList<>();
        for (Callable<T> call : calls) {
            together.add(() -> {
                start.await();
                return call.call();
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(together)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
