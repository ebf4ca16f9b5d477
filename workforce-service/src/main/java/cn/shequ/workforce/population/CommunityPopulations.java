package cn.shequ.workforce.population;

import cn.shequ.events.facilities.CommunityChanged;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Keeps what facilities says about each community, day by day; a correction replaces the same day's figure. */
@ApplicationScoped
class CommunityPopulations implements EventHandler<CommunityChanged> {

    private final Jdbi jdbi;

    CommunityPopulations(Jdbi jdbi) {
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
                        INSERT INTO community_population (community, as_of, households, residents, demonstration)
                        VALUES (:community, :asOf, :households, :residents, :demonstration)
                        ON CONFLICT (community, as_of) DO UPDATE SET households = excluded.households,
                          residents = excluded.residents, demonstration = excluded.demonstration""").bindMethods(event.data()).execute());
    }
}
