package cn.shequ.admission.check;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.check;
import static cn.shequ.admission.Given.funding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.memory.Memories;
import cn.shequ.kit.memory.Stamps;
import cn.shequ.kit.sql.UnpooledConnections;
import cn.shequ.kit.territory.Territory.CodeOnDay;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is at hand, and what is asked of the database. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
class RememberedFactsComponentTest {

    private static final String COMMUNITY = Given.COMMUNITY_2;
    private static final String HEALTH = "PUBLIC_HEALTH";
    private static final String SPORTS = "CULTURE_AND_SPORTS";

    @Inject
    TerritoryRecord territory;

    @Inject
    AdmissionAnswers answers;

    @Inject
    StoredFacts stored;

    @Inject
    Memories memories;

    @Inject
    Stamps stamps;

    @Inject
    UnpooledConnections connections;

    @Inject
    Clock clock;

    private String body = "";

    @BeforeEach
    void aDepartmentThatMayAskSomething() {
        Given.theCity(territory);
        body = aDepartmentOf(DISTRICT);
        sign(HEALTH);
        await().until(this::changesAreHeard);
    }

    @Test
    void whatWasAskedBeforeIsAtHand() {
        AdmissionCheck answered = answers.answer(asked(HEALTH), ReaderLanguage.ENGLISH);
        assertThat(answered.permitted()).isTrue();
        await().untilAsserted(() -> {
            answers.answer(asked(HEALTH), ReaderLanguage.ENGLISH);
            assertThat(atHand(HEALTH)).contains(answered);
        });
    }

    @Test
    void aChangeIsKnownBeforeWhoeverMadeItIsAnswered() {
        check(body, COMMUNITY, SPORTS).then().body("reasons.code", contains("NOT_ADMITTED"));
        sign(SPORTS);
        assertThat(atHand(SPORTS)).isEmpty();
        check(body, COMMUNITY, SPORTS).then().statusCode(200).body("permitted", equalTo(true));
        String placement = check(body, COMMUNITY, SPORTS).path("placements[0].placement");
        asOwner("UPDATE placement SET stage = 'FUNDS_LAPSED' WHERE id = '" + placement + "'");
        assertThat(atHand(SPORTS)).isEmpty();
        check(body, COMMUNITY, SPORTS).then().body("reasons.code", contains("FUNDS_NOT_PAID"));
    }

    @Test
    void pastDaysAreNeverAtHand() {
        answers.answer(asked(HEALTH), ReaderLanguage.ENGLISH);
        AskedCheck past =
                new AskedCheck(body, COMMUNITY, HEALTH, TODAY.minusDays(1).toString());
        assertThat(answers.answerAtHand(past, ReaderLanguage.ENGLISH)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsAskedOfTheDatabase() {
        AdmissionAnswers without = new AdmissionAnswers(new RememberedFacts(stored, memories, 0), clock);
        for (int time = 0; time < 3; time++) {
            assertThat(without.answer(asked(HEALTH), ReaderLanguage.ENGLISH))
                    .isEqualTo(new AdmissionAnswers(stored, clock).answer(asked(HEALTH), ReaderLanguage.ENGLISH));
            assertThat(without.answerAtHand(asked(HEALTH), ReaderLanguage.ENGLISH))
                    .isEmpty();
        }
    }

    /** Then nothing is kept; of what is asked about everything is answered all the same. */
    @Test
    void whileChangesMayGoUnheardTheDatabaseIsAsked() {
        RememberedFacts unsure = new RememberedFacts(stored, new Memories(stamps, connections, false), 33);
        Set<Subject> subjects = Set.of(subject(HEALTH), subject(SPORTS));
        assertThat(unsure.now(subjects)).isEqualTo(stored.now(subjects)).hasSize(2);
        assertThat(unsure.now(subjects).get(subject(HEALTH))).isNotEmpty();
        Set<String> duties = Set.of("CIVIL_MEDIATION", "NO_SUCH_DUTY");
        assertThat(unsure.duties(duties)).isEqualTo(stored.duties(duties)).hasSize(2);
        Set<CodeOnDay> codes = Set.of(new CodeOnDay(DivisionCode.of(COMMUNITY), TODAY));
        assertThat(unsure.known(codes)).isEqualTo(stored.known(codes)).containsValue(true);
        AdmissionAnswers unsureAnswers = new AdmissionAnswers(unsure, clock);
        assertThat(unsureAnswers.answerAtHand(asked(HEALTH), ReaderLanguage.ENGLISH))
                .isEmpty();
        assertThat(unsureAnswers.answer(asked(HEALTH), ReaderLanguage.ENGLISH).permitted())
                .isTrue();
    }

    private boolean changesAreHeard() {
        return memories.of(0, nothing -> 0, Function.<String>identity())
                .allThatMayBeKept(Set.of(), keys -> Map.of())
                .isPresent();
    }

    private Subject subject(String matter) {
        return new Subject(CreditCode.of(body), DivisionCode.of(COMMUNITY), matter);
    }

    private AskedCheck asked(String matter) {
        return new AskedCheck(body, COMMUNITY, matter, null);
    }

    private Optional<AdmissionCheck> atHand(String matter) {
        return answers.answerAtHand(asked(matter), ReaderLanguage.ENGLISH);
    }

    private void sign(String domain) {
        Map<String, Object> form = aForm(body, COMMUNITY);
        form.put("domain", domain);
        form.put("funding", List.of(funding(TODAY.getYear(), "0.00")));
        form.put("noFundsReason", "不增加工作量");
        aSigned(body, DISTRICT, form);
    }
}
