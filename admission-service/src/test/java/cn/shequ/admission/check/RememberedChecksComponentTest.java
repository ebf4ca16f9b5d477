package cn.shequ.admission.check;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.COMMUNITY_2;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.officerOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.Given;
import cn.shequ.admission.placement.PlacementSweep;
import cn.shequ.kit.RandomCases;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is answered from memory is what the database would answer, whatever was done in between and by whom. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
@Tag("art-5")
class RememberedChecksComponentTest {

    private static final int CASES = 3;
    private static final int COMMANDS = 8;
    private static final List<String> DOMAINS = List.of("PUBLIC_HEALTH", "CULTURE_AND_SPORTS");

    @Inject
    TerritoryRecord territory;

    @Inject
    AdmissionAnswers remembered;

    @Inject
    StoredFacts stored;

    @Inject
    PlacementSweep sweep;

    @Inject
    Clock clock;

    private final List<String> departments = new ArrayList<>();
    private final List<String> placements = new ArrayList<>();
    private final List<String> duties = new ArrayList<>(List.of("CIVIL_MEDIATION"));

    @BeforeEach
    void aCity() {
        Given.theCity(territory);
    }

    @Test
    void memoryAndDatabaseAgreeAfterEveryCommand() {
        RandomCases.forAll(CASES, random -> {
            departments.clear();
            placements.clear();
            departments.add(aDepartmentOf(DISTRICT));
            departments.add(aDepartmentOf(DISTRICT));
            duties.add("DUTY_" + random.nextInt(1, Integer.MAX_VALUE));
            for (int command = 0; command < COMMANDS; command++) {
                requireAgreement();
                act(random);
                requireAgreement();
            }
        });
    }

    private void requireAgreement() {
        AdmissionAnswers asked = new AdmissionAnswers(stored, clock);
        List<String> matters = new ArrayList<>(DOMAINS);
        matters.addAll(duties);
        AskedChecks questions = new AskedChecks(departments.stream()
                .flatMap(body -> matters.stream().flatMap(matter -> List.of(COMMUNITY, COMMUNITY_2).stream()
                        .flatMap(place -> List.of(TODAY, TODAY.plusYears(1)).stream()
                                .map(day -> new AskedCheck(body, place, matter, day.toString())))))
                .toList());
        assertThat(remembered.answers(questions, ReaderLanguage.ENGLISH))
                .isEqualTo(asked.answers(questions, ReaderLanguage.ENGLISH));
    }

    private void act(RandomGenerator random) {
        String body = departments.get(random.nextInt(departments.size()));
        switch (random.nextInt(placements.isEmpty() ? 4 : 7)) {
            case 0 -> sign(body, random, true);
            case 1 -> sign(body, random, false);
            case 2 -> enterDuty();
            case 3 -> rename(body, random);
            case 4 -> handOver(body);
            case 5 ->
                asOwner("UPDATE placement SET stage = CASE stage WHEN 'ACTIVE' THEN 'FUNDS_LAPSED' ELSE 'ACTIVE' END"
                        + " WHERE id = '" + placements.getLast() + "'");
            default -> {
                asOwner("UPDATE placement SET valid_from = DATE '" + TODAY + "' - 9, valid_to = DATE '" + TODAY
                        + "' - 1 WHERE id = '" + placements.getLast() + "'");
                sweep.sweep();
            }
        }
    }

    private void sign(String body, RandomGenerator random, boolean free) {
        Map<String, Object> form = aForm(body, COMMUNITY, COMMUNITY_2);
        form.put("domain", DOMAINS.get(random.nextInt(DOMAINS.size())));
        if (free) {
            form.put("funding", List.of(funding(TODAY.getYear(), "0.00")));
            form.put("noFundsReason", "不增加工作量");
        }
        String application = aSigned(body, DISTRICT, form);
        placements.add(officerOf(body, DISTRICT)
                .get("/v1/task-applications/" + application + "/placements")
                .path("items[0].id"));
    }

    /** The code was asked about before: that there was no such duty is remembered, too. */
    private void enterDuty() {
        as(Roles.CIVIL_AFFAIRS_OFFICER, CITY)
                .body(Map.of(
                        "code",
                        duties.getLast(),
                        "titleZh",
                        "演示",
                        "titleEn",
                        "Demonstration",
                        "basisKind",
                        "LAW",
                        "citationZh",
                        "演示",
                        "citationEn",
                        "Demonstration",
                        "validFrom",
                        "2011-01-01"))
                .post("/v1/statutory-duties")
                .then()
                .statusCode(201);
        duties.add("DUTY_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
    }

    private void rename(String body, RandomGenerator random) {
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .header("If-Match", "*")
                .body(Map.of("nameZh", "演示单位" + random.nextInt(1, Integer.MAX_VALUE), "document", "演示"))
                .post("/v1/departments/" + body + "/renamings")
                .then()
                .statusCode(200);
    }

    private void handOver(String body) {
        String successor = aDepartmentOf(DISTRICT);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", successor))
                .post("/v1/departments/" + body + "/succession")
                .then()
                .statusCode(200);
        departments.remove(body);
        departments.add(successor);
        requireAgreement();
    }
}
