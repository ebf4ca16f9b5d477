package cn.shequ.workforce;

import cn.shequ.events.facilities.CommunityChanged;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A city for tests. Each test asks for a subdistrict of its own, so that no test counts the volunteers of another. */
@ApplicationScoped
public class Given {

    public static final DivisionCode CITY = DivisionCode.of("990100000000");
    public static final DivisionCode DISTRICT = DivisionCode.of("990102000000");
    public static final LocalDate BEGINNING = LocalDate.of(2011, 1, 1);

    private static final AtomicInteger SUBDISTRICTS = new AtomicInteger();

    private final TerritoryRecord territory;
    private final EventHandler<CommunityChanged> communities;

    Given(TerritoryRecord territory, EventHandler<CommunityChanged> communities) {
        this.territory = territory;
        this.communities = communities;
    }

    @Transactional
    public DivisionCode aSubdistrict() {
        put(CITY, "示范市", DivisionLevel.CITY, "PREFECTURE_LEVEL_CITY", null);
        put(DISTRICT, "示范区", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY);
        DivisionCode code = DivisionCode.of("990102%03d000".formatted(SUBDISTRICTS.incrementAndGet()));
        put(code, "示范街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT);
        return code;
    }

    /** A community of a subdistrict, of which nobody has said how many live there. */
    @Transactional
    public DivisionCode aCommunity(DivisionCode subdistrict, int number) {
        DivisionCode code = DivisionCode.of(subdistrict.value().substring(0, 9) + "%03d".formatted(number));
        put(code, "示范社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", subdistrict);
        return code;
    }

    /** A community in a subdistrict of its own. */
    public DivisionCode aCommunity() {
        return aCommunity(aSubdistrict(), 1);
    }

    /** As facilities' event says it. */
    @Transactional
    public void residents(DivisionCode community, int residents, LocalDate asOf, boolean demonstration) {
        CommunityChanged data =
                new CommunityChanged(community.value(), true, residents / 3, residents, demonstration, asOf);
        communities.handle(new EventEnvelope<>(
                Ids.next(),
                "cn.shequ.facilities.community-changed.v1",
                "/facilities",
                community.value(),
                0,
                community.value(),
                community.value(),
                Instant.EPOCH,
                data));
    }

    private void put(DivisionCode code, String name, DivisionLevel level, String kind, @Nullable DivisionCode parent) {
        territory.put(new Division(code, name, level, kind, parent, BEGINNING, null));
    }
}
