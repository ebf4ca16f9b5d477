package cn.shequ.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.events.documents.Json;
import cn.shequ.events.documents.Schemas;
import cn.shequ.events.samples.Sample;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schema and constructor are two guards of one gate: spoil any place of a sample, and both must refuse it. */
class RefusedDataTest {

    private static final JsonNode NOT_A_TEXT_FOR_EVENTS = TextNode.valueOf("line\u0007break");
    private static final JsonNode NO_DAY = TextNode.valueOf("2026-02-30");

    static List<EventCatalogue.Entry> events() {
        return EventCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void schema_and_record_refuse_a_wrong_value_at_every_place(EventCatalogue.Entry entry) {
        for (JsonPointer place : places(entry)) {
            JsonNode here = Json.tree(Sample.of(entry)).at(place);
            switch (here.getNodeType()) {
                case STRING -> {
                    refusedByBoth(entry, place, NOT_A_TEXT_FOR_EVENTS);
                    refusedByBoth(
                            entry,
                            place,
                            NO_DAY.asText().length() == here.asText().length() ? NO_DAY : TextNode.valueOf(""));
                }
                case NUMBER -> refusedByBoth(entry, place, IntNode.valueOf(-1));
                case BOOLEAN -> refusedByBoth(entry, place, TextNode.valueOf("perhaps"));
                case ARRAY -> refusedByBoth(entry, place, tooMany(here));
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void schema_and_record_refuse_data_that_lacks_a_required_part(EventCatalogue.Entry entry) {
        List<String> optional = java.util.Arrays.stream(entry.data().getRecordComponents())
                .filter(Sample::isOptional)
                .map(component -> "/" + component.getName())
                .toList();
        for (JsonPointer place : places(entry)) {
            if (!optional.contains(place.toString()) && !place.last().mayMatchElement()) {
                refusedByBoth(entry, place, NullNode.getInstance());
                refusedByBoth(entry, place, null);
            }
        }
    }

    private static void refusedByBoth(EventCatalogue.Entry entry, JsonPointer place, JsonNode wrong) {
        ObjectNode data = Json.tree(Sample.of(entry));
        put(data, place, wrong);
        assertThat(Schemas.faults(entry, data))
                .as("schema, %s at %s", wrong, place)
                .isNotEmpty();
        assertThatThrownBy(() -> Json.read(data, entry.data()))
                .as("record, %s at %s", wrong, place)
                .hasRootCauseInstanceOf(Exception.class);
    }

    private static void put(ObjectNode data, JsonPointer place, JsonNode value) {
        switch (data.at(place.head())) {
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
            case ObjectNode object
            when value == null -> object.remove(place.last().getMatchingProperty());
            case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
            default -> throw new AssertionError(place);
        }
    }

    private static ArrayNode tooMany(JsonNode array) {
        ArrayNode longer = Json.MAPPER.createArrayNode();
        JsonNode item = array.isEmpty() ? Json.MAPPER.createObjectNode() : array.get(0);
        for (int i = 0; i <= Parts.MOST_ITEMS; i++) {
            longer.add(item);
        }
        return longer;
    }

    private static List<JsonPointer> places(EventCatalogue.Entry entry) {
        List<JsonPointer> places = new ArrayList<>();
        collect(JsonPointer.empty(), Json.tree(Sample.of(entry)), places);
        return places;
    }

    private static void collect(JsonPointer here, JsonNode node, List<JsonPointer> places) {
        if (!here.matches()) {
            places.add(here);
        }
        node.properties().forEach(field -> collect(here.appendProperty(field.getKey()), field.getValue(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(here.appendIndex(i), node.get(i), places);
        }
    }
}
