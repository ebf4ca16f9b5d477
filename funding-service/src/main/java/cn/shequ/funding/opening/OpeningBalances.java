package cn.shequ.funding.opening;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The opening balances as recorded. */
@ApplicationScoped
class OpeningBalances {

    private final Jdbi jdbi;
    private final Clock clock;

    OpeningBalances(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID ledger,
            DivisionCode division,
            LocalDate bookedOn,
            Money bankBalance,
            String evidence,
            OpeningStage stage,
            String madeBy,
            Instant madeAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable UUID entry) {

        OpeningBalance with(List<OpeningBalance.Held> funds) {
            return new OpeningBalance(
                    id,
                    ledger,
                    division,
                    bookedOn,
                    bankBalance,
                    evidence,
                    funds,
                    stage,
                    madeBy,
                    madeAt,
                    decidedBy,
                    decidedAt,
                    reason,
                    entry);
        }
    }

    /** Keeps it; empty when the ledger has one on its way or in force. */
    Optional<UUID> add(UUID ledger, NewOpeningBalance wanted, String madeBy) {
        UUID id = Ids.next();
        return jdbi.withHandle(handle -> {
            int added = handle.createUpdate("""
                            INSERT INTO opening_balance (id, ledger, booked_on, bank_balance, evidence, made_by, made_at)
                            VALUES (:id, :ledger, :bookedOn, :bankBalance, :evidence, :madeBy, :madeAt)
                            ON CONFLICT (ledger) WHERE stage <> 'REJECTED' DO NOTHING""")
                    .bind("id", id)
                    .bind("ledger", ledger)
                    .bind("bookedOn", wanted.bookedOn())
                    .bind("bankBalance", wanted.bankBalance())
                    .bind("evidence", wanted.evidence())
                    .bind("madeBy", madeBy)
                    .bind("madeAt", clock.instant())
                    .execute();
            if (added == 0) {
                return Optional.empty();
            }
            handle.createUpdate("""
                            INSERT INTO opening_balance_fund (opening, fund, amount)
                            SELECT :opening, l.fund, CAST(l.amount AS numeric)
                            FROM unnest(CAST(:funds AS uuid[]), CAST(:amounts AS text[])) AS l (fund, amount)""")
                    .bind("opening", id)
                    .bind(
                            "funds",
                            wanted.funds().stream()
                                    .map(OpeningBalance.Held::fund)
                                    .toArray(UUID[]::new))
                    .bind(
                            "amounts",
                            wanted.funds().stream()
                                    .map(held -> held.amount().toString())
                                    .toArray(String[]::new))
                    .execute();
            return Optional.of(id);
        });
    }

    void decide(UUID opening, OpeningStage step, String by, @Nullable String reason, @Nullable UUID entry) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO opening_balance_step (opening, step, by_person, at, reason, entry)
                        VALUES (:opening, :step, :by, :at, :reason, :entry)""")
                .bind("opening", opening)
                .bind("step", step)
                .bind("by", by)
                .bind("at", clock.instant())
                .bind("reason", reason)
                .bind("entry", entry)
                .execute());
    }

    /** The latest of the ledger, locked until the transaction ends. */
    Optional<OpeningBalance> lock(UUID ledger) {
        return ofLedger(ledger).flatMap(found -> {
            jdbi.useHandle(handle -> handle.createQuery("SELECT lock_opening_balance(:id)")
                    .bind("id", found.id())
                    .mapTo(String.class)
                    .list());
            return ofLedger(ledger);
        });
    }

    Optional<OpeningBalance> ofLedger(UUID ledger) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT o.*, l.division, s.by_person AS decided_by, s.at AS decided_at, s.reason, s.entry
                        FROM opening_balance o JOIN ledger l ON l.id = o.ledger
                        LEFT JOIN opening_balance_step s ON s.opening = o.id
                        WHERE o.ledger = :ledger ORDER BY o.id DESC LIMIT 1""")
                .bind("ledger", ledger)
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.with(handle.createQuery(
                                "SELECT fund, amount FROM opening_balance_fund WHERE opening = :opening ORDER BY fund")
                        .bind("opening", row.id())
                        .mapTo(OpeningBalance.Held.class)
                        .list())));
    }

    /** The funds among these that lie in another ledger or nowhere. */
    List<UUID> notIn(UUID ledger, List<UUID> funds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT wanted.id FROM unnest(CAST(:funds AS uuid[])) AS wanted (id)
                        WHERE NOT EXISTS (SELECT FROM fund f WHERE f.id = wanted.id AND f.ledger = :ledger)""")
                .bind("funds", funds.toArray(UUID[]::new))
                .bind("ledger", ledger)
                .mapTo(UUID.class)
                .list());
    }

    /** Whether anything is booked in the ledger. */
    boolean hasEntries(UUID ledger) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM entry WHERE ledger = :ledger)")
                .bind("ledger", ledger)
                .mapTo(Boolean.class)
                .one());
    }
}
