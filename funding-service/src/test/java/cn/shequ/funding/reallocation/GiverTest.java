package cn.shequ.funding.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.funding.fund.FundSource;
import cn.shequ.kit.division.DivisionLevel;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
class GiverTest {

    private static final String HEALTH = "11220102DEM000014K";
    private static final Giver CITY = new Giver(true, DivisionLevel.CITY, "220100000000", null);
    private static final Giver DISTRICT = new Giver(true, DivisionLevel.COUNTY_LEVEL, "220102000000", null);
    private static final Giver DEPARTMENT = new Giver(false, DivisionLevel.COUNTY_LEVEL, "220102000000", HEALTH);

    @Test
    void the_city_decides_on_its_own_money_only() {
        assertThat(CITY.of(FundSource.CITY, Set.of())).contains("220100000000");
        assertThat(CITY.of(FundSource.DISTRICT, Set.of())).isEmpty();
        assertThat(CITY.of(FundSource.DEPARTMENT, Set.of(HEALTH))).isEmpty();
    }

    @Test
    void the_district_decides_on_its_own_and_with_consent_on_donated_money() {
        assertThat(DISTRICT.of(FundSource.DISTRICT, Set.of())).contains("220102000000");
        assertThat(DISTRICT.of(FundSource.DONATION, Set.of())).contains("220102000000");
        assertThat(DISTRICT.of(FundSource.OTHER, Set.of())).contains("220102000000");
        assertThat(DISTRICT.of(FundSource.CITY, Set.of())).isEmpty();
    }

    @Test
    void a_department_decides_on_money_that_it_alone_gave() {
        assertThat(DEPARTMENT.of(FundSource.DEPARTMENT, Set.of(HEALTH))).contains(HEALTH);
        assertThat(DEPARTMENT.of(FundSource.DEPARTMENT, Set.of(HEALTH, "220102000000")))
                .isEmpty();
        assertThat(DEPARTMENT.of(FundSource.DEPARTMENT, Set.of())).isEmpty();
        assertThat(DEPARTMENT.of(FundSource.DISTRICT, Set.of(HEALTH))).isEmpty();
    }

    @Test
    void who_is_neither_decides_on_nothing() {
        Giver accountant = new Giver(false, DivisionLevel.TOWNSHIP_LEVEL, "220102001000", null);
        for (FundSource source : FundSource.values()) {
            assertThat(accountant.of(source, Set.of())).isEmpty();
        }
    }
}
