package cn.shequ.admission.campaign;

import cn.shequ.admission.award.AwardStage;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Communities in campaigns and their points as they are kept. */
@ApplicationScoped
class CampaignEntries {

    private static final String SELECT = """
            SELECT e.id, e.campaign_id, a.division, a.place AS community, a.stage, c.points_required,
              (SELECT sum(p.claimed) FROM campaign_points p WHERE p.entry_id = e.id) AS points_claimed,
              (SELECT sum(p.found) FROM campaign_points p WHERE p.entry_id = e.id) AS points_found,
              e.assessed_by, a.nominated_on AS assessed_on, e.reviewed_on
            FROM campaign_entry e JOIN award a ON a.id = e.id JOIN campaign c ON c.id = e.campaign_id
            """;

    private final Jdbi jdbi;

    CampaignEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID id, UUID campaign, String person, SelfAssessment assessment) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "INSERT INTO campaign_entry (id, campaign_id, assessed_by) VALUES (:id, :campaign, :person)")
                    .bind("id", id)
                    .bind("campaign", campaign)
                    .bind("person", person)
                    .execute();
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO campaign_points (entry_id, campaign_id, criterion, most, claimed, evidence)
                    SELECT :id, k.campaign_id, k.number, k.points, :points, :evidence
                    FROM campaign_criterion k WHERE k.campaign_id = :campaign AND k.number = :criterion""");
            assessment.lines().forEach(line -> batch.bind("id", id)
                    .bind("campaign", campaign)
                    .bindMethods(line)
                    .add());
            batch.execute();
        });
    }

    void putReview(UUID id, String person, LocalDate day, Review review) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE campaign_entry SET reviewed_by = :person, reviewed_on = :day WHERE id = :id")
                    .bind("id", id)
                    .bind("person", person)
                    .bind("day", day)
                    .execute();
            PreparedBatch batch = handle.prepareBatch(
                    "UPDATE campaign_points SET found = :points WHERE entry_id = :id AND criterion = :criterion");
            review.lines()
                    .forEach(line -> batch.bind("id", id).bindMethods(line).add());
            batch.execute();
        });
    }

    Optional<CampaignEntry> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE e.id = :id")
                .bind("id", id)
                .mapTo(CampaignEntry.class)
                .findOne());
    }

    /** In the order of the campaign's criteria. */
    List<EntryView.Line> lines(UUID entry) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.criterion, k.title, p.most, p.claimed, p.evidence, p.found
                        FROM campaign_points p
                        JOIN campaign_criterion k ON k.campaign_id = p.campaign_id AND k.number = p.criterion
                        WHERE p.entry_id = :entry ORDER BY p.criterion""")
                .bind("entry", entry)
                .mapTo(EntryView.Line.class)
                .list());
    }

    /** Of campaigns and communities in the caller's territory, in the order in which they came. */
    Page<CampaignEntry> list(
            @Nullable UUID campaign,
            @Nullable DivisionCode community,
            @Nullable AwardStage stage,
            Map<String, Object> caller,
            PageRequest request) {
        List<CampaignEntry> found = jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + """
                        WHERE e.id > :after
                          AND (CAST(:campaign AS uuid) IS NULL OR e.campaign_id = :campaign)
                          AND (CAST(:community AS char(12)) IS NULL OR a.place = :community)
                          AND (CAST(:stage AS varchar) IS NULL OR a.stage = :stage)
                          AND (%s OR %s)
                        ORDER BY e.id LIMIT :limit""".formatted(Jurisdiction.within("a.division"), Jurisdiction.within("a.place")))
                .bindMap(caller)
                .bind("after", request.afterId())
                .bind("campaign", campaign)
                .bind("community", community)
                .bind("stage", stage)
                .bind("limit", request.limit() + 1)
                .mapTo(CampaignEntry.class)
                .list());
        return Page.of(found, request, entry -> entry.id().toString());
    }
}
