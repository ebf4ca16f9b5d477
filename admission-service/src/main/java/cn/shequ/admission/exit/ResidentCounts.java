package cn.shequ.admission.exit;

import cn.shequ.events.facilities.CommunityChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keeps what facilities says of each community's residents, day by day; a correction replaces the same day's figure. */
@ApplicationScoped
class ResidentCounts implements EventHandler<CommunityChanged> {

    private final Jdbi jdbi;

    ResidentCounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Class<CommunityChanged> handles() {
        return CommunityChanged.class;
    }

    @Override
    public void handle(EventEnvelope<CommunityChanged> event) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO community_residents (community, as_of, residents)
                        VALUES (:community, :asOf, :residents)
                        ON CONFLICT (community, as_of) DO UPDATE SET residents = excluded.residents""").bindMethods(event.data()).execute());
    }

    /** The last one that was counted by a day; empty where none is known. */
    Optional<ResidentCount> on(LocalDate day, DivisionCode community) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT residents, as_of FROM community_residents
                        WHERE community = :community AND as_of <= :day ORDER BY as_of DESC LIMIT 1""")
                .bind("community", community)
                .bind("day", day)
                .mapTo(ResidentCount.class)
                .findOne());
    }
}
