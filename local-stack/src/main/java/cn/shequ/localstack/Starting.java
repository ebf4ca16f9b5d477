package cn.shequ.localstack;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A part that is being started on a thread of its own. */
final class Starting<T extends AutoCloseable> {

    private final @Nullable CompletableFuture<T> future;

    private Starting(@Nullable CompletableFuture<T> future) {
        this.future = future;
    }

    static <T extends AutoCloseable> Starting<T> when(boolean wanted, Callable<T> start) {
        if (!wanted) {
            return new Starting<>(null);
        }
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread.ofPlatform().name("start-part").start(() -> {
            try {
                future.complete(start.call());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return new Starting<>(future);
    }

    @Nullable
    T started() throws IOException {
        if (future == null) {
            return null;
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    /** Stops the part, should it have started after all. */
    void abandon() throws IOException {
        try {
            T part = started();
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            // It did not start, which is why everything is being abandoned.
        }
    }
}
