package cn.shequ.acceptance;

import static cn.shequ.acceptance.SocialOrganisation.ORGANISATIONS;
import static cn.shequ.acceptance.SocialOrganisation.applied;
import static cn.shequ.acceptance.SocialOrganisation.association;
import static cn.shequ.acceptance.SocialOrganisation.registered;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Social organisations of a community are filed, incubated, registered and supervised (Art. 6, 23, 24, 26). */
class OrganisationIT {

    private static final City CITY = SuiteUnderTest.city();

    @BeforeAll
    static void theTerritoryIsKnown() {
        SuiteUnderTest.story().signed();
    }

    private static String entered(Map<String, Object> form) {
        return applied(CITY, form).expect(201).text("/id");
    }

    private static Answer decided(String username, String organisation, String decision, Map<String, ?> body) {
        return CITY.as(username).post(ORGANISATIONS + "/" + organisation + "/" + decision, body);
    }

    private static void revised(String organisation, int individuals, int institutions, String capital) {
        CITY.as("community-huayang")
                .send(
                        "POST",
                        ORGANISATIONS + "/" + organisation + "/figures",
                        Map.of(
                                "individualMembers",
                                individuals,
                                "institutionalMembers",
                                institutions,
                                "capital",
                                capital),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200);
    }

    private static Answer supervised(String username, String kind, String organisation, String... departments) {
        return CITY.as(username)
                .post(
                        "/admission/v1/supervision-actions",
                        Map.of(
                                "kind",
                                kind,
                                "organisation",
                                organisation,
                                "participants",
                                List.of(departments),
                                "grounds",
                                "未按章程开展活动"));
    }

    private static Answer seen(String organisation) {
        return CITY.as("community-huayang")
                .get(ORGANISATIONS + "/" + organisation)
                .expect(200);
    }

    private static JsonNode publicly(String organisation) {
        return StreamSupport.stream(
                        CITY.anybody()
                                .get(ORGANISATIONS + "?limit=200&community=" + Places.HUAYANG)
                                .expect(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("id").asText().equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("art-23-allows")
    @Tag("art-23-refuses")
    void aSmallOneIsFiledAndNotRegistered() {
        String organisation = entered(association("华阳社区合唱队", 19, 0));

        Answer tooSmall = registered(CITY, organisation, "51220102MJ000000XW");
        assertThat(tooSmall.status()).isEqualTo(422);
        assertThat(tooSmall.articles()).containsExactly(23);
        assertThat(tooSmall.json().at("/figures/required").asInt()).isEqualTo(20);
        assertThat(tooSmall.json().at("/figures/actual").asInt()).isEqualTo(19);

        decided("officer-nanling", organisation, "filing", Map.of()).expect(200);
        JsonNode entry = publicly(organisation);
        assertThat(entry.path("stage").asText()).isEqualTo("FILED");
        assertThat(entry.has("head")).isFalse();
    }

    @Test
    @Tag("art-23-allows")
    @Tag("art-23-refuses")
    void aMixedAssociationNeedsThirtyMembersAndOneOfNoneOfTheFiveKindsIsNotFiled() {
        Map<String, Object> form = association("华阳社区商户联谊会", 20, 1);
        form.remove("category");
        String organisation = entered(form);

        Answer mixed = registered(CITY, organisation, "51220102MJ0000018W");
        assertThat(mixed.text("/code")).isEqualTo("organisation-has-too-few-members");
        assertThat(mixed.json().at("/figures/required").asInt()).isEqualTo(30);
        Answer filed = decided("officer-nanling", organisation, "filing", Map.of());
        assertThat(filed.status()).isEqualTo(422);
        assertThat(filed.articles()).containsExactly(23);

        revised(organisation, 20, 10, "5000.00");
        registered(CITY, organisation, "51220102MJ0000018W").expect(200);
        assertThat(publicly(organisation).path("creditCode").asText()).isEqualTo("51220102MJ0000018W");
    }

    /** Which number is required depends on the kinds of its members: of both together it is neither one's own. */
    @ParameterizedTest(name = "{0} and {1} are {3} of {2}, {4} and {5} are enough")
    @CsvSource({
        "19, 0, 20, 19, 20, 0, individual-members, 51220102MJ00000884",
        "0, 9, 10, 9, 0, 10, institutional-members, 51220102MJ00000998",
        "28, 1, 30, 29, 29, 1, mixed-members, 51220102MJ0000100Q",
        "1, 28, 30, 29, 1, 29, mixed-members, 51220102MJ0000111W",
        "20, 9, 30, 29, 20, 10, mixed-members, 51220102MJ00001221"
    })
    @Tag("art-23-allows")
    @Tag("art-23-refuses")
    void oneMemberLessThanTheNumberIsNotEnoughAndTheNumberItselfIs(
            int individuals,
            int institutions,
            int required,
            int actual,
            int enoughIndividuals,
            int enoughInstitutions,
            String rule,
            String creditCode) {
        String organisation = entered(association("华阳社区联谊会" + creditCode, individuals, institutions));

        Answer refused = registered(CITY, organisation, creditCode);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("organisation-has-too-few-members");
        assertThat(refused.articles()).containsExactly(23);
        assertThat(refused.text("/figures/required")).isEqualTo(String.valueOf(required));
        assertThat(refused.text("/figures/actual")).isEqualTo(String.valueOf(actual));
        assertThat(refused.text("/rule")).startsWith("organisation." + rule + "@");
        assertThat(seen(organisation).text("/stage")).isEqualTo("APPLIED");

        revised(organisation, enoughIndividuals, enoughInstitutions, "5000.00");
        registered(CITY, organisation, creditCode).expect(200);
        assertThat(publicly(organisation).path("creditCode").asText()).isEqualTo(creditCode);
    }

    @ParameterizedTest(name = "{0} with {2} of {3}")
    @CsvSource({
        "SOCIAL_ASSOCIATION, 20, 4999.99, 5000.00, association-capital, 51220102MJ00001335",
        "PRIVATE_NON_ENTERPRISE, 0, 9999.99, 10000.00, non-enterprise-capital, 52220102MJ00000909"
    })
    @Tag("art-23-allows")
    @Tag("art-23-refuses")
    void oneFenLessThanTheFoundingCapitalIsNotEnoughAndTheCapitalItselfIs(
            String kind, int members, String actual, String required, String rule, String creditCode) {
        Map<String, Object> form = association("华阳社区互助会" + creditCode, members, 0);
        form.put("kind", kind);
        form.put("capital", actual);
        String organisation = entered(form);

        Answer refused = registered(CITY, organisation, creditCode);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("organisation-capital-too-low");
        assertThat(refused.articles()).containsExactly(23);
        assertThat(refused.text("/figures/required")).isEqualTo(required);
        assertThat(refused.text("/figures/actual")).isEqualTo(actual);
        assertThat(refused.text("/rule")).startsWith("organisation." + rule + "@");
        assertThat(seen(organisation).text("/stage")).isEqualTo("APPLIED");

        revised(organisation, members, 0, required);
        registered(CITY, organisation, creditCode).expect(200);
        assertThat(publicly(organisation).path("creditCode").asText()).isEqualTo(creditCode);
    }

    @Test
    @Tag("art-23-allows")
    @Tag("art-23-refuses")
    void aDistrictTakesOverItsRegisterAndADryRunNamesWhatDoesNotReachTheConditions() {
        byte[] small =
                SocialOrganisation.table("51220102MJ0000042D", "华阳社区旧书会", 19).getBytes(StandardCharsets.UTF_8);
        Answer tried = CITY.as("civil-affairs-nanguan").postCsv(ORGANISATIONS + "/imports?dryRun=true", small);
        assertThat(tried.expect(200).json().path("refused").asInt()).isEqualTo(1);
        assertThat(tried.text("/lines/0/reasons/0/code")).isEqualTo("organisation-has-too-few-members");
        assertThat(CITY.as("civil-affairs-nanguan")
                        .postCsv(ORGANISATIONS + "/imports", small)
                        .status())
                .isEqualTo(422);

        byte[] register =
                SocialOrganisation.table("51220102MJ0000042D", "华阳社区旧书会", 20).getBytes(StandardCharsets.UTF_8);
        assertThat(CITY.as("civil-affairs-nanguan")
                        .postCsv(ORGANISATIONS + "/imports", register)
                        .expect(200)
                        .text("/lines/0/outcome"))
                .isEqualTo("CREATED");
        assertThat(CITY.as("civil-affairs-nanguan")
                        .postCsv(ORGANISATIONS + "/imports", register)
                        .expect(200)
                        .text("/lines/0/outcome"))
                .isEqualTo("UNCHANGED");
    }

    @Test
    @Tag("art-24-allows")
    @Tag("art-24-refuses")
    void aBaseTakesInWhatIsTooSmallForNothingUntilItIsRegistered() {
        String organisation = entered(association("华阳社区书画社", 12, 0));
        Map<String, Object> terms = new HashMap<>(Map.of(
                "base",
                "南岭街道社会组织孵化基地",
                "venueFee",
                "200.00",
                "support",
                "场地、财务辅导",
                "startsOn",
                "2026-01-01",
                "endsOn",
                "2099-12-31"));

        Answer paid = decided("officer-nanling", organisation, "incubation", terms);
        assertThat(paid.status()).isEqualTo(422);
        assertThat(paid.articles()).containsExactly(24);
        terms.put("venueFee", "0.00");
        assertThat(decided("officer-nanling", organisation, "incubation", terms)
                        .expect(200)
                        .text("/stage"))
                .isEqualTo("INCUBATING");

        revised(organisation, 22, 0, "6000.00");
        assertThat(registered(CITY, organisation, "51220102MJ0000026P")
                        .expect(200)
                        .text("/incubation/state"))
                .isEqualTo("GRADUATED");
    }

    @Test
    @Tag("art-6-allows")
    @Tag("art-6-refuses")
    void whatADepartmentSetsUpRestsOnLawAndIsGenerallyNotHeadedByTheCommittee() {
        Map<String, Object> form = association("华阳社区教育工作站", 0, 0);
        form.put("setUpBy", Places.EDUCATION);
        form.put("verticallyManaged", true);
        City.Visitor education = CITY.as("education-nanguan");

        Answer lawless = education.post(ORGANISATIONS, form);
        assertThat(lawless.text("/code")).isEqualTo("vertical-body-without-law");
        assertThat(lawless.articles()).containsExactly(6);
        form.put("legalBasis", Map.of("kind", "LAW", "citation", "演示：某法第一条"));
        form.put("headPost", "DIRECTOR");
        Answer headed = education.post(ORGANISATIONS, form);
        assertThat(headed.text("/code")).isEqualTo("committee-heads-body");
        assertThat(headed.articles()).containsExactly(6);
        form.put("headException", "社区内暂无其他合适人选");

        String organisation = education.post(ORGANISATIONS, form).expect(201).text("/id");
        assertThat(publicly(organisation).path("setUpBy").asText()).isEqualTo(Places.EDUCATION);
    }

    @Test
    @Tag("art-26-allows")
    @Tag("art-26-refuses")
    void departmentsSuperviseTogetherAndOnlyWhoRegisteredItSuspendsAndStrikesItOff() {
        String organisation = entered(association("华阳社区健步走协会", 30, 0));
        registered(CITY, organisation, "51220102MJ0000034J").expect(200);

        assertThat(supervised("civil-affairs-nanguan", "JOINT_ACTION", organisation, Places.HEALTH)
                        .status())
                .isEqualTo(422);
        supervised("civil-affairs-nanguan", "JOINT_ACTION", organisation, Places.HEALTH, Places.EDUCATION)
                .expect(201);
        supervised("officer-nanling", "REGULATORY_TALK", organisation).expect(201);
        assertThat(SocialOrganisation.toRectify(CITY, organisation, "2099-12-31")
                        .expect(201)
                        .text("/state"))
                .isEqualTo("OPEN");
        assertThat(supervised("officer-nanling", "SUSPENSION", organisation).status())
                .isEqualTo(403);
        supervised("civil-affairs-nanguan", "SUSPENSION", organisation).expect(201);
        assertThat(publicly(organisation).path("stage").asText()).isEqualTo("SUSPENDED");
        supervised("civil-affairs-nanguan", "EXIT", organisation).expect(201);
        assertThat(publicly(organisation).path("stage").asText()).isEqualTo("DEREGISTERED");
        assertThat(supervised("civil-affairs-nanguan", "RESTORATION", organisation)
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Tag("art-26-allows")
    @Tag("art-26-refuses")
    void aCaseIsOpenedAgainstWhatIsOnNoRegisterAndNotAgainstWhatIs() {
        String lawful = entered(association("华阳社区棋艺社", 5, 0));
        decided("officer-nanling", lawful, "filing", Map.of()).expect(200);

        assertThat(prosecuted("华阳无证培训中心").expect(201).text("/state")).isEqualTo("OPEN");
        Answer refused = prosecuted("华阳社区棋艺社");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.articles()).containsExactly(26);
    }

    private static Answer prosecuted(String name) {
        return CITY.as("civil-affairs-nanguan")
                .post(
                        "/admission/v1/supervision-actions",
                        Map.of(
                                "kind",
                                "ILLEGAL_ORGANISATION",
                                "body",
                                Map.of("community", Places.HUAYANG, "name", name),
                                "participants",
                                List.of(),
                                "grounds",
                                "未登记备案开展活动"));
    }
}
