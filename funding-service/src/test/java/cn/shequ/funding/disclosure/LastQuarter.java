package cn.shequ.funding.disclosure;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.shequ.funding.Town;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The last quarter that is public today, and what is published of it. */
@ApplicationScoped
class LastQuarter {

    static final Period QUARTER = Period.lastPublicOn(TODAY, 3, 15);

    private static final Duration SOON = Duration.ofSeconds(60);

    private final DisclosurePublishing publishing;
    private final Jdbi jdbi;

    LastQuarter(DisclosurePublishing publishing, Jdbi jdbi) {
        this.publishing = publishing;
        this.jdbi = jdbi;
    }

    /** A fund of the first community. */
    static String workingCosts(Town town) {
        return once(finance(town.district()))
                .body(Map.of(
                        "ledger", town.ledger(),
                        "source", "DISTRICT",
                        "purpose", "WORKING_COSTS",
                        "community", town.community(),
                        "fiscalYear", TODAY.getYear(),
                        "spendBy", TODAY.plusYears(1)))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Publishes what is in the log, when all that was booked has come there, and looks at what was made. */
    String published(Town town, int version) {
        String list = "/v1/disclosures?community=" + town.community() + "&on=" + QUARTER.to();
        awaitNumbered();
        await().atMost(SOON).until(() -> {
            publishing.publishDue(TODAY);
            List<Integer> versions = given().get(list).path("items.version");
            return versions.contains(version);
        });
        return given().get(list).path("items.find { it.version == " + version + " }.id");
    }

    private void awaitNumbered() {
        await().atMost(SOON)
                .until(() -> jdbi.withHandle(
                        handle -> handle.createQuery("""
                                SELECT NOT EXISTS (SELECT FROM event_outbox o
                                  WHERE NOT EXISTS (SELECT FROM event_log l WHERE l.outbox_id = o.id))""").mapTo(Boolean.class).one()));
    }
}
