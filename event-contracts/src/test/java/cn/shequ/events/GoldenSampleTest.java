package cn.shequ.events;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.events.documents.CheckedIn;
import cn.shequ.events.documents.Json;
import cn.shequ.events.documents.Schemas;
import cn.shequ.events.samples.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenSampleTest {

    static List<EventCatalogue.Entry> events() {
        return EventCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_sample_is_valid_by_the_schemas_of_envelope_and_data(EventCatalogue.Entry entry) {
        JsonNode event = golden(entry);
        assertThat(Schemas.faultsOfEnvelope(event)).isEmpty();
        assertThat(Schemas.faults(entry, event.get("data"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_sample_becomes_its_record_and_the_same_json_again(EventCatalogue.Entry entry) {
        JsonNode data = golden(entry).get("data");
        EventData record = Json.read(data, entry.data());
        assertThat(record).isEqualTo(Sample.of(entry));
        assertThat(Json.tree(record)).isEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_without_its_optional_parts_leaves_them_out_and_is_valid(EventCatalogue.Entry entry) {
        EventData bare = Sample.withoutOptionalParts(Sample.of(entry));
        ObjectNode data = Json.tree(bare);
        assertThat(data.toString()).doesNotContain("null");
        assertThat(Schemas.faults(entry, data)).isEmpty();
        assertThat(Json.read(data, entry.data())).isEqualTo(bare);
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_reader_passes_over_what_a_newer_writer_added(EventCatalogue.Entry entry) {
        JsonNode data = golden(entry).get("data");
        addToEveryObject(data);
        assertThat(Json.read(data, entry.data())).isEqualTo(Sample.of(entry));
        assertThat(Schemas.faults(entry, data))
                .as("today's schema does not know it")
                .isNotEmpty();
    }

    private static JsonNode golden(EventCatalogue.Entry entry) {
        return Json.parse(CheckedIn.resource(entry.samplePath()).text());
    }

    private static void addToEveryObject(JsonNode node) {
        node.forEach(GoldenSampleTest::addToEveryObject);
        switch (node) {
            case ObjectNode object -> object.put("addedLater", 1);
            case ArrayNode _ -> {}
            default -> {}
        }
    }
}
