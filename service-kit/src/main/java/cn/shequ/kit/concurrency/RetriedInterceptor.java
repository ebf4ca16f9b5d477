package cn.shequ.kit.concurrency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Runs around the transaction, so that each run has one of its own. */
@Retried
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class RetriedInterceptor {

    private static final Set<String> LOST = Set.of("40001", "40P01");
    private static final int MOST_RUNS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 40;

    @AroundInvoke
    Object run(InvocationContext invocation) throws Exception {
        for (int run = 1; ; run++) {
            try {
                return invocation.proceed();
            } catch (Exception failure) {
                if (run == MOST_RUNS || !isLost(failure)) {
                    throw failure;
                }
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS * run));
            }
        }
    }

    private static boolean isLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && LOST.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
