package cn.shequ.events;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.events.documents.CheckedIn;
import cn.shequ.events.documents.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the schemas as they are published, not the records, because the schemas are what the city is promised. */
class NoPersonalDataTest {

    /** Where an official name or document may stand; a new place is a decision, and is made here. */
    private static final Set<String> PUBLIC_TEXTS = Set.of(
            "facilities/division-changed/nameZh",
            "facilities/division-changed/nameEn",
            "facilities/rule-changed/citation",
            "admission/department-changed/nameZh",
            "admission/department-changed/nameEn",
            "admission/organisation-registered/nameZh",
            "admission/organisation-changed/nameZh");

    private static final List<String> WHAT_NOBODY_MAY_WRITE = List.of(
            "张三",
            "Zhang San",
            "lives at 12",
            "138 0013 8000",
            "+8613800138000",
            "san@example.org",
            "22010219900101123X0");

    private static final Set<String> WORDS_OF_PERSONAL_DATA = Set.of(
            "personName",
            "phone",
            "mobile",
            "address",
            "email",
            "birthDate",
            "identityNumber",
            "remark",
            "note",
            "text");

    static Stream<String> schemas() {
        return Stream.concat(
                Stream.of("schemas/envelope.v1.json"),
                EventCatalogue.all().stream().map(EventCatalogue.Entry::schemaPath));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void no_property_is_marked_as_personal_or_named_like_it(String path) {
        JsonNode schema = schema(path);
        assertThat(schema.findValues("x-personal")).noneMatch(JsonNode::asBoolean);
        properties(schema)
                .forEach(property -> assertThat(WORDS_OF_PERSONAL_DATA).doesNotContain(property.getKey()));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void no_property_takes_free_text(String path) {
        String event = path.replace("schemas/", "").replaceAll("[.]v\\d+[.]json$", "");
        for (Map.Entry<String, JsonNode> property : properties(schema(path))) {
            JsonNode text =
                    property.getValue().has("items") ? property.getValue().get("items") : property.getValue();
            if (text.path("type").asText().equals("string")
                    && !PUBLIC_TEXTS.contains(event + "/" + property.getKey())) {
                assertThat(isClosed(text)).as("%s: %s", path, property).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void no_object_takes_properties_beyond_those_it_names(String path) {
        JsonNode schema = schema(path);
        assertThat(objects(schema)).isNotEmpty().allSatisfy(object -> assertThat(object.path("additionalProperties"))
                .isEqualTo(BooleanNode.FALSE));
    }

    private static boolean isClosed(JsonNode text) {
        if (text.has("enum") || text.has("format")) {
            return true;
        }
        if (!text.has("pattern")) {
            return false;
        }
        Pattern pattern = Pattern.compile(text.get("pattern").asText());
        return WHAT_NOBODY_MAY_WRITE.stream()
                .noneMatch(words -> pattern.matcher(words).find());
    }

    private static JsonNode schema(String path) {
        return Json.parse(CheckedIn.resource(path).text());
    }

    private static List<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
        return objects(schema).stream()
                .flatMap(object -> object.get("properties").properties().stream())
                .toList();
    }

    /** Every object at any depth; {@code data} of the envelope has its own schema. */
    private static List<JsonNode> objects(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>();
        if (schema.path("properties").isObject()) {
            found.add(schema);
        }
        schema.forEach(child -> found.addAll(objects(child)));
        return found;
    }
}
