package cn.shequ.funding.statement;

import cn.shequ.funding.ledger.Account;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which postings a statement shows.
 *
 * @param knownAt what a reader of the log knew at this number; null for everything that is recorded
 */
record StatementQuery(
        UUID ledger,
        Account account,
        @Nullable UUID fund,
        LocalDate from,
        LocalDate to,
        @Nullable Long knownAt) {}
