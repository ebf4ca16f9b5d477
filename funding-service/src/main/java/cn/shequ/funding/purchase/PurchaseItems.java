package cn.shequ.funding.purchase;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The catalogues as recorded; a withdrawn item stays. */
@ApplicationScoped
class PurchaseItems {

    private static final String SELECT = """
            SELECT i.*, w.at AS withdrawn_at FROM purchase_item i LEFT JOIN purchase_item_withdrawal w ON w.item = i.id
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    PurchaseItems(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Empty where the division lists the code already. */
    Optional<PurchaseItem> list(NewPurchaseItem wanted, String listedBy) {
        UUID id = Ids.next();
        int added = jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_item (id, division, code, title, description, listed_by, listed_at)
                        VALUES (:id, :division, :code, :title, :description, :listedBy, :listedAt)
                        ON CONFLICT (division, code) DO NOTHING""")
                .bindMethods(wanted)
                .bind("id", id)
                .bind("listedBy", listedBy)
                .bind("listedAt", clock.instant())
                .execute());
        return added == 1 ? Optional.of(require(id)) : Optional.empty();
    }

    PurchaseItem require(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE i.id = :id")
                        .bind("id", id)
                        .mapTo(PurchaseItem.class)
                        .findOne())
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    void withdraw(UUID id, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_item_withdrawal (item, by_person, at) VALUES (:item, :by, :at)
                        ON CONFLICT DO NOTHING""")
                .bind("item", id)
                .bind("by", by)
                .bind("at", clock.instant())
                .execute());
    }

    Page<PurchaseItem> list(PageRequest page, @Nullable DivisionCode division) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                                WHERE i.id > :after AND (CAST(:division AS char(12)) IS NULL OR i.division = :division)
                                ORDER BY i.id LIMIT :most""")
                        .bind("after", page.afterId())
                        .bind("division", division)
                        .bind("most", page.limit() + 1)
                        .mapTo(PurchaseItem.class)
                        .list()),
                page,
                item -> item.id().toString());
    }
}
