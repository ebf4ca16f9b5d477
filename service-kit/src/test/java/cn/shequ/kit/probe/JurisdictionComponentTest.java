package cn.shequ.kit.probe;

import static cn.shequ.kit.probe.ProbeService.CITY;
import static cn.shequ.kit.probe.ProbeService.COMMUNITY;
import static cn.shequ.kit.probe.ProbeService.DISTRICT;
import static cn.shequ.kit.probe.ProbeService.NEIGHBOUR;
import static cn.shequ.kit.probe.ProbeService.SUBDISTRICT;
import static cn.shequ.kit.probe.ProbeService.as;
import static cn.shequ.kit.probe.ProbeService.once;
import static cn.shequ.kit.probe.ProbeService.probe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class JurisdictionComponentTest {

    /** Made-up credit codes, valid by their check character only. */
    private static final String HEALTH = creditCode("1122010200000000A");

    private static final String POLICE = creditCode("1122010200000000B");

    @Inject
    TerritoryRecord record;

    @Inject
    Territory territory;

    private final String name = UUID.randomUUID().toString().substring(0, 18);

    @BeforeEach
    void settle() {
        ProbeService.settle(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"220100000000", "220102000000", "220102001000"})
    void theDivisionItselfAndThoseAboveMayAct(String division) {
        once(as(Roles.FINANCE_OFFICER, DivisionCode.of(division)))
                .body(probe(name, "10"))
                .post("/v1/probes")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"220102001001", "220103000000", "220199000000"})
    void forThoseBelowAndBesideItDoesNotExist(String division) {
        once(as(Roles.FINANCE_OFFICER, DivisionCode.of(division)))
                .body(probe(name, "10"))
                .post("/v1/probes")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void aDepartmentsOfficerActsForTheOwnDepartmentOnly() {
        once(as(Roles.DEPARTMENT_OFFICER, DISTRICT, HEALTH))
                .body(probe(name, "10"))
                .post("/v1/probes?department=" + HEALTH)
                .then()
                .statusCode(201);
        once(as(Roles.DEPARTMENT_OFFICER, DISTRICT, POLICE))
                .body(probe(name, "10"))
                .post("/v1/probes?department=" + HEALTH)
                .then()
                .statusCode(404);
    }

    @Test
    void aListHoldsWhatIsWithinAndNoMore() {
        once(as(Roles.FINANCE_OFFICER, CITY))
                .body(probe(name, "10"))
                .post("/v1/probes")
                .then()
                .statusCode(201);
        for (DivisionCode sees : List.of(CITY, DISTRICT, SUBDISTRICT)) {
            assertThat(found(sees)).as(sees.value()).isEqualTo(1);
        }
        for (DivisionCode doesNot : List.of(COMMUNITY, NEIGHBOUR)) {
            assertThat(found(doesNot)).as(doesNot.value()).isZero();
        }
    }

    @Test
    void aListIsWalkedToItsEndWithoutRepetition() {
        for (int i = 0; i < 7; i++) {
            once(as(Roles.FINANCE_OFFICER, CITY))
                    .body(probe(name, "10"))
                    .post("/v1/probes")
                    .then()
                    .statusCode(201);
        }
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            var page = as(Roles.FINANCE_OFFICER, CITY).get("/v1/probes?limit=3&name=" + name + "&cursor=" + cursor);
            List<String> ids = page.path("items.id");
            assertThat(seen).doesNotContainAnyElementsOf(ids);
            seen.addAll(ids);
            cursor = page.path("next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
            pages++;
        } while (cursor != null);
        assertThat(seen).hasSize(7);
        assertThat(pages).isEqualTo(3);
        as(Roles.FINANCE_OFFICER, CITY)
                .get("/v1/probes?cursor=%00")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void aSubdistrictThatMovesTakesItsCommunitiesAlongFromThatDayOn() {
        LocalDate moved = LocalDate.of(2020, 7, 1);
        DivisionCode street = DivisionCode.of("220102099000");
        DivisionCode below = DivisionCode.of("220102099001");
        LocalDate from = LocalDate.of(2011, 1, 1);
        record.put(new Division(street, "街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT, from, null));
        record.put(new Division(below, "社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", street, from, null));
        record.put(new Division(
                street, "街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT, from, moved.minusDays(1)));
        record.put(new Division(street, "街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", NEIGHBOUR, moved, null));

        assertThat(territory.isWithin(below, NEIGHBOUR)).isTrue();
        assertThat(territory.isWithin(below, DISTRICT)).isFalse();
        assertThat(territory.isWithin(below, CITY)).isTrue();
        assertThat(district(below, moved.minusDays(1))).isEqualTo(DISTRICT);
        assertThat(district(below, moved)).isEqualTo(NEIGHBOUR);
        assertThat(territory.within(DISTRICT, DivisionLevel.COMMUNITY, moved.minusDays(1)))
                .extracting(Division::code)
                .contains(below);
        assertThat(territory.within(DISTRICT, DivisionLevel.COMMUNITY, moved))
                .extracting(Division::code)
                .doesNotContain(below);
    }

    private DivisionCode district(DivisionCode code, LocalDate day) {
        return territory
                .enclosing(code, DivisionLevel.COUNTY_LEVEL, day)
                .orElseThrow()
                .code();
    }

    private int found(DivisionCode division) {
        return as(Roles.FINANCE_OFFICER, division)
                .get("/v1/probes?name=" + name)
                .path("items.size()");
    }

    private static String creditCode(String first17) {
        return first17 + CreditCode.checkCharacter(first17);
    }
}
