package cn.shequ.admission.burden;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.aCatalogueForm;
import static cn.shequ.admission.burden.Burdens.anEnteredForm;
import static cn.shequ.admission.burden.Burdens.enter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a form shares with others is found form by form, and merged into one that stays (Art. 7). */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class FormMergingComponentTest {

    private static final int MANY = 120;

    @Inject
    TerritoryRecord territory;

    private String department = "";

    @BeforeEach
    void aDepartment() {
        Burdens.shuangyang(territory);
        department = aDepartmentOf(SHUANGYANG);
    }

    private static Response merge(String form, String into, LocalDate lastDay) {
        return office(SHUANGYANG)
                .body(Map.of("validTo", lastDay.toString(), "mergedInto", into))
                .post("/v1/form-catalogue/" + form + "/end");
    }

    private static JsonPath overlaps(String form, String more) {
        return given().get("/v1/form-catalogue/" + form + "/overlaps?" + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> overlap(String form, String other) {
        return overlaps(form, "limit=200").getMap("items.find { it.other == '" + other + "' }");
    }

    @Test
    void whatTwoFormsBothAskForIsFound() {
        String child = "儿童姓名" + UUID.randomUUID();
        String first = anEnteredForm(department, "YEARLY", "演示 " + child, "出生日期", "学校");
        String second = anEnteredForm(aDepartmentOf(SHUANGYANG), "YEARLY", "演示" + child + "：", "出生日期", "疫苗", "接种日");
        assertThat(overlap(first, second))
                .containsEntry("shared", List.of("演示 " + child, "出生日期"))
                .containsEntry("fields", 3)
                .containsEntry("otherFields", 4)
                .containsEntry("sharedPercent", 66);
        assertThat(overlap(second, first)).containsEntry("shared", List.of("演示" + child + "：", "出生日期"));
        String apart = anEnteredForm(department, "YEARLY", "孤" + UUID.randomUUID());
        assertThat(overlap(apart, first)).isNull();
        String far = enter(office(NEIGHBOUR), aCatalogueForm(aDepartmentOf(NEIGHBOUR), "YEARLY", "演示" + child))
                .path("id");
        assertThat(overlap(first, far)).isNull();
        String wide = enter(office(CITY), aCatalogueForm(aDepartmentOf(CITY), "YEARLY", "演示" + child))
                .path("id");
        assertThat(overlap(first, wide)).containsEntry("shared", List.of("演示 " + child));
        merge(second, first, TODAY).then().statusCode(200);
        assertThat(overlaps(first, "limit=200&on=" + TODAY.plusDays(1)).getList("items.other"))
                .doesNotContain(second);
        given().get("/v1/form-catalogue/" + second + "/overlaps?on=" + TODAY.plusDays(1))
                .then()
                .body("items", empty());
        given().get("/v1/form-catalogue/" + UUID.randomUUID() + "/overlaps")
                .then()
                .statusCode(404);
    }

    /** A form answers with its own pairs, a page at a time, however many others overlap among themselves. */
    @Test
    void ofManyFormsThatOverlapAPageHoldsThoseOfOne() throws SQLException {
        String field = "字段" + UUID.randomUUID().toString().replace("-", "");
        String form = enter(office(NEIGHBOUR), aCatalogueForm(aDepartmentOf(NEIGHBOUR), "YEARLY", field))
                .path("id");
        String copy = "md5(f.id::text || number)::uuid";
        String copies = " FROM catalogue_form f, generate_series(1, " + MANY + ") number WHERE f.id = '" + form + "'; ";
        Burdens.raw("INSERT INTO catalogue_form (id, kind, title, issuing_body, division, basis, frequency, entered_by,"
                + " valid_from) SELECT " + copy + ", kind, title, issuing_body, division, basis, frequency, entered_by,"
                + " valid_from" + copies + "INSERT INTO form_field (form, number, name, normalised) SELECT " + copy
                + ", 1, '" + field + "', '" + field + "'" + copies);
        Set<String> found = new HashSet<>();
        String cursor = "";
        do {
            JsonPath page = overlaps(form, "limit=50&cursor=" + cursor);
            List<String> others = page.getList("items.other");
            assertThat(others).hasSizeLessThanOrEqualTo(50);
            assertThat(page.getList("items.form")).containsOnly(form);
            found.addAll(others);
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(found).hasSize(MANY);
    }

    @RepeatedTest(5)
    void ofTwoFormsThatAreMergedIntoEachOtherAtTheSameMomentOneStays() {
        String one = anEnteredForm(department, "YEARLY", "姓名");
        String other = anEnteredForm(department, "YEARLY", "姓名", "住址");
        List<CompletableFuture<Integer>> merging = Stream.of(
                        CompletableFuture.supplyAsync(
                                () -> merge(one, other, TODAY.plusDays(9)).statusCode()),
                        CompletableFuture.supplyAsync(
                                () -> merge(other, one, TODAY).statusCode()))
                .toList();
        assertThat(merging.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 422);
        assertThat(Stream.of(one, other)
                        .map(form -> given().get("/v1/form-catalogue/" + form)
                                .jsonPath()
                                .getString("mergedInto"))
                        .filter(into -> into != null))
                .hasSize(1);
    }

    @Test
    void nothingIsMergedIntoAFormThatEnds() {
        String one = anEnteredForm(department, "YEARLY", "姓名");
        String other = anEnteredForm(department, "YEARLY", "姓名");
        office(SHUANGYANG)
                .body(Map.of("validTo", TODAY.plusDays(30).toString()))
                .post("/v1/form-catalogue/" + other + "/end")
                .then()
                .statusCode(200);
        merge(one, other, TODAY).then().statusCode(422).body("errors.field", contains("mergedInto"));
        assertThatThrownBy(() -> Burdens.raw("UPDATE catalogue_form SET valid_to = '" + TODAY + "', merged_into = '"
                        + other + "' WHERE id = '" + one + "'"))
                .hasMessageContaining("does not stay");
    }
}
