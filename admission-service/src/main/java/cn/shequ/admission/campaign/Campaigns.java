package cn.shequ.admission.campaign;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Campaigns and their criteria as they are kept. */
@ApplicationScoped
class Campaigns {

    private final Jdbi jdbi;

    Campaigns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(
            UUID id,
            CampaignKind kind,
            DivisionCode division,
            int year,
            String title,
            int points,
            int pointsRequired,
            LocalDate assessBy,
            String openedBy,
            LocalDate openedOn) {

        Campaign with(List<Criterion> criteria) {
            return new Campaign(
                    id, kind, division, year, title, points, pointsRequired, assessBy, openedBy, openedOn, criteria);
        }
    }

    /** False when the division has one of this kind in the year already. */
    boolean add(Campaign campaign) {
        return jdbi.withHandle(handle -> {
            int added = handle.createUpdate("""
                            INSERT INTO campaign (id, kind, division, year, title, points, points_required, assess_by,
                              opened_by, opened_on)
                            VALUES (:id, :kind, :division, :year, :title, :points, :pointsRequired, :assessBy, :openedBy,
                              :openedOn)
                            ON CONFLICT (division, kind, year) DO NOTHING""").bindMethods(campaign).execute();
            if (added == 1) {
                addCriteria(handle, campaign);
            }
            return added == 1;
        });
    }

    private static void addCriteria(Handle handle, Campaign campaign) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO campaign_criterion (campaign_id, number, title, points)
                VALUES (:campaign, :number, :title, :points)""");
        campaign.criteria().forEach(criterion -> batch.bind("campaign", campaign.id())
                .bindMethods(criterion)
                .add());
        batch.execute();
    }

    Optional<Campaign> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM campaign WHERE id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.with(criteria(handle, List.of(row)).getOrDefault(id, List.of()))));
    }

    Page<Campaign> list(
            @Nullable DivisionCode division, @Nullable CampaignKind kind, @Nullable Integer year, PageRequest request) {
        return jdbi.withHandle(handle -> {
            Page<Row> page = Page.of(
                    handle.createQuery("""
                            SELECT * FROM campaign
                            WHERE id > :after
                              AND (CAST(:division AS char(12)) IS NULL OR division = :division)
                              AND (CAST(:kind AS varchar) IS NULL OR kind = :kind)
                              AND (CAST(:year AS int) IS NULL OR year = :year)
                            ORDER BY id LIMIT :limit""")
                            .bind("after", request.afterId())
                            .bind("division", division)
                            .bind("kind", kind)
                            .bind("year", year)
                            .bind("limit", request.limit() + 1)
                            .mapTo(Row.class)
                            .list(),
                    request,
                    row -> row.id().toString());
            Map<UUID, List<Criterion>> criteria = criteria(handle, page.items());
            return page.map(row -> row.with(criteria.getOrDefault(row.id(), List.of())));
        });
    }

    /** One query, however many campaigns. */
    private static Map<UUID, List<Criterion>> criteria(Handle handle, List<Row> rows) {
        Map<UUID, List<Criterion>> criteria = new HashMap<>();
        handle.createQuery("""
                        SELECT campaign_id, number, title, points FROM campaign_criterion
                        WHERE campaign_id = ANY(:campaigns) ORDER BY number""")
                .bindArray("campaigns", UUID.class, rows.stream().map(Row::id).toList())
                .map((row, context) -> criteria.computeIfAbsent(
                                row.getObject("campaign_id", UUID.class), campaign -> new ArrayList<>())
                        .add(new Criterion(row.getInt("number"), row.getString("title"), row.getInt("points"))))
                .list();
        return criteria;
    }
}
