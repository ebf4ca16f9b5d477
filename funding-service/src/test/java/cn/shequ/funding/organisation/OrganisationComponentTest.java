package cn.shequ.funding.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.events.admission.DepartmentChanged;
import cn.shequ.events.admission.OrganisationChanged;
import cn.shequ.events.admission.OrganisationDeregistered;
import cn.shequ.events.admission.OrganisationRegistered;
import cn.shequ.funding.OtherServices;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Organisations and departments as admission says them (Art. 23, 26, 35). */
@Tag("art-25")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class OrganisationComponentTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CODE = "52220102MJ00000013";
    private static final String DEPARTMENT = "11220100MB0000001Y";

    @Inject
    Organisations organisations;

    @Inject
    Towns towns;

    @Inject
    Jdbi jdbi;

    @Test
    void an_organisation_is_registered_suspended_restored_and_struck_off() {
        Town town = towns.build();
        String division = town.district().value();
        LocalDate day = LocalDate.of(2026, 3, 2);
        try (OtherServices admission = new OtherServices()) {
            admission.say(new OrganisationRegistered(CODE, division, "甲社会工作服务社", "PRIVATE_NON_ENTERPRISE", day));
            stands(Standing.ACTIVE, "甲社会工作服务社");
            admission.say(new OrganisationChanged(CODE, division, "乙社会工作服务社", "SUSPENDED", day.plusDays(1)));
            stands(Standing.SUSPENDED, "乙社会工作服务社");
            admission.say(new OrganisationChanged(CODE, division, "乙社会工作服务社", "ACTIVE", day.plusDays(2)));
            stands(Standing.ACTIVE, "乙社会工作服务社");
            admission.say(new OrganisationDeregistered(CODE, division, day.plusDays(3)));
            stands(Standing.DEREGISTERED, "乙社会工作服务社");
            admission.say(new DepartmentChanged(
                    DEPARTMENT,
                    division,
                    "卫生健康局",
                    null,
                    "COOPERATING_DEPARTMENT",
                    "COUNTY_LEVEL",
                    null,
                    List.of("HEALTH")));
            await().atMost(SOON)
                    .until(() -> jdbi.withHandle(handle -> handle.createQuery(
                                    "SELECT EXISTS (SELECT FROM department WHERE credit_code = :code AND name = '卫生健康局')")
                            .bind("code", DEPARTMENT)
                            .mapTo(Boolean.class)
                            .one()));
        }
    }

    private void stands(Standing standing, String name) {
        await().atMost(SOON).until(() -> organisations
                .find(CreditCode.of(CODE))
                .filter(found -> found.standing() == standing && found.name().equals(name))
                .isPresent());
    }

    @Test
    void it_serves_the_county_level_unit_that_registered_it_and_the_city_serves_all() {
        Town town = towns.build();
        assertThat(serves(town.district(), town.community())).isTrue();
        assertThat(serves(town.street(), town.community())).isTrue();
        assertThat(serves(town.street(), town.district())).isTrue();
        assertThat(serves(town.city(), town.community())).isTrue();
        assertThat(serves(town.district(), town.city())).isTrue();
        assertThat(serves(town.neighbour(), town.community())).isFalse();
        assertThat(serves(town.neighbourStreet(), town.street())).isFalse();
    }

    private boolean serves(DivisionCode registered, DivisionCode wanted) {
        return organisations.serves(
                new Organisation(
                        CreditCode.of(CODE),
                        registered,
                        "x",
                        "PRIVATE_NON_ENTERPRISE",
                        Standing.ACTIVE,
                        LocalDate.EPOCH),
                wanted);
    }
}
