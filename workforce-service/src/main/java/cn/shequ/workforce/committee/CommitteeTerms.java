package cn.shequ.workforce.committee;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Terms as they are kept; none is changed any more. */
@ApplicationScoped
class CommitteeTerms {

    private final Jdbi jdbi;

    CommitteeTerms(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The last term of a community, after which nobody else records one until this transaction ends. */
    Optional<CommitteeTerm> lockLast(DivisionCode community) {
        jdbi.useHandle(handle -> handle.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended('committee-term.' || ?, 0))", community.value()));
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM committee_term WHERE community = :community ORDER BY number DESC LIMIT 1""")
                .bind("community", community)
                .mapTo(CommitteeTerm.class)
                .findOne());
    }

    void add(CommitteeTerm term) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO committee_term (id, community, number, elected_on, ends_on, deputies, members,
                          result_title, result_number, early_grounds, fewest_rule, most_rule, term_rule, recorded_by,
                          recorded_on)
                        VALUES (:id, :community, :number, :electedOn, :endsOn, :deputies, :members,
                          :resultTitle, :resultNumber, :earlyGrounds, :fewestRule, :mostRule, :termRule, :recordedBy,
                          :recordedOn)""").bindMethods(term).execute());
    }

    Optional<CommitteeTerm> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM committee_term WHERE id = :id")
                .bind("id", id)
                .mapTo(CommitteeTerm.class)
                .findOne());
    }

    /** Terms of the caller's territory, in the order in which they were recorded. */
    Page<CommitteeTerm> list(
            @Nullable DivisionCode community,
            @Nullable DivisionCode division,
            Map<String, Object> caller,
            PageRequest request) {
        List<CommitteeTerm> found = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT t.* FROM committee_term t
                        WHERE t.id > :after AND (CAST(:community AS char(12)) IS NULL OR t.community = :community)
                          AND %s
                          AND %s
                        ORDER BY t.id LIMIT :limit""".formatted(Jurisdiction.inDivision("t.community"), Jurisdiction.within("t.community")))
                .bindMap(caller)
                .bind("after", request.afterId())
                .bind("community", community)
                .bind("division", division)
                .bind("limit", request.limit() + 1)
                .mapTo(CommitteeTerm.class)
                .list());
        return Page.of(found, request, term -> term.id().toString());
    }
}
