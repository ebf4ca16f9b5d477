package cn.shequ.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.events.documents.Json;
import cn.shequ.events.samples.Sample;
import cn.shequ.events.workforce.VolunteerRegistered;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventRecordTest {

    static List<EventCatalogue.Entry> events() {
        return EventCatalogue.all();
    }

    @Test
    void every_event_record_is_in_the_catalogue() throws Exception {
        assertThat(events().stream().map(entry -> entry.data().getName()))
                .containsExactlyInAnyOrderElementsOf(recordsOfThisModule());
    }

    @Test
    void every_event_is_found_by_its_type_and_by_its_record() {
        assertThat(events()).allSatisfy(entry -> {
            assertThat(EventCatalogue.find(entry.type())).contains(entry);
            assertThat(EventCatalogue.of(entry.data())).isEqualTo(entry);
        });
        assertThat(EventCatalogue.find("cn.shequ.funding.obligation-opened.v999"))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> EventCatalogue.of(EventData.class));
    }

    @Test
    void the_names_of_an_event_follow_from_its_annotation() {
        EventCatalogue.Entry entry = EventCatalogue.of(VolunteerRegistered.class);
        assertThat(entry.type()).isEqualTo("cn.shequ.workforce.volunteer-registered.v1");
        assertThat(entry.source()).isEqualTo("/workforce");
        assertThat(entry.topic()).isEqualTo("workforce.events");
        assertThat(entry.dataschema()).isEqualTo("urn:shequ:event:workforce:volunteer-registered:v1");
        assertThat(EventCatalogue.topics())
                .containsExactly("facilities.events", "admission.events", "funding.events", "workforce.events");
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_record_lives_in_the_package_of_its_service_and_is_named_as_its_event(EventCatalogue.Entry entry) {
        assertThat(entry.data().getPackageName()).isEqualTo("cn.shequ.events." + entry.service());
        assertThat(kebab(entry.data().getSimpleName())).isEqualTo(entry.named().name());
    }

    @ParameterizedTest
    @MethodSource("events")
    void subject_and_key_are_the_components_the_annotation_names(EventCatalogue.Entry entry) {
        EventData sample = Sample.of(entry);
        ObjectNode data = Json.tree(sample);
        assertThat(sample.aboutSubject())
                .isEqualTo(data.get(entry.named().subject()).asText());
        assertThat(sample.partitionKey())
                .isEqualTo(data.get(entry.named().key()).asText());
        assertThat(Shape.DIVISION.fits(sample.concernsDivision())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_data_holds_the_components_and_nothing_else(EventCatalogue.Entry entry) {
        List<String> components = Arrays.stream(entry.data().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(Json.tree(Sample.of(entry)).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(components);
    }

    private static List<String> recordsOfThisModule() throws Exception {
        Path classes = Path.of(EventData.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceAll("[.]class$", "").replaceAll("[/\\\\]", "."))
                    .filter(EventRecordTest::isEventRecord)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static boolean isEventRecord(String name) {
        try {
            Class<?> type = Class.forName(name);
            return type.isRecord() && EventData.class.isAssignableFrom(type);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
