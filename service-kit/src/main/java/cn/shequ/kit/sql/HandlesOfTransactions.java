package cn.shequ.kit.sql;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import org.jdbi.v3.core.HandleScope;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What runs inside a handle shares it, as always in JDBI, but only within one transaction: a new transaction begun inside
 * gets a handle of its own, and the outer one is back when it ends.
 */
final class HandlesOfTransactions implements HandleScope {

    private record Open(
            @Nullable Object transaction,
            HandleSupplier handle,
            @Nullable Open outer) {}

    private final TransactionSynchronizationRegistry transactions;
    private final ThreadLocal<@Nullable Open> innermost = new ThreadLocal<>();

    HandlesOfTransactions(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @Override
    public @Nullable HandleSupplier get() {
        Open open = innermost.get();
        return open != null && Objects.equals(open.transaction(), transactions.getTransactionKey())
                ? open.handle()
                : null;
    }

    @Override
    public void set(HandleSupplier handle) {
        innermost.set(new Open(transactions.getTransactionKey(), handle, innermost.get()));
    }

    @Override
    public void clear() {
        Open open = innermost.get();
        if (open == null || open.outer() == null) {
            innermost.remove();
        } else {
            innermost.set(open.outer());
        }
    }
}
