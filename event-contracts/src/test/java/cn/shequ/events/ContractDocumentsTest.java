package cn.shequ.events;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.events.documents.AsyncApi;
import cn.shequ.events.documents.CheckedIn;
import cn.shequ.events.documents.DataSchema;
import cn.shequ.events.documents.Json;
import cn.shequ.events.documents.KeyTable;
import cn.shequ.events.samples.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractDocumentsTest {

    static List<EventCatalogue.Entry> events() {
        return EventCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_schema_says_what_its_record_says(EventCatalogue.Entry entry) {
        CheckedIn.resource(entry.schemaPath()).mustRead(Json.pretty(DataSchema.of(entry)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_golden_sample_is_the_canonical_form_of_its_event(EventCatalogue.Entry entry) {
        CheckedIn.resource(entry.samplePath()).mustRead(Json.canonical(Json.cloudEvent(entry, Sample.of(entry), 41)));
    }

    @Test
    void the_asyncapi_document_has_every_event_of_the_catalogue() {
        CheckedIn.resource("asyncapi.yaml").mustRead(AsyncApi.document());
    }

    @Test
    void the_readme_shows_the_key_of_every_event() {
        CheckedIn readme = new CheckedIn(Path.of("README.md"));
        readme.mustRead(KeyTable.within(readme.text()));
    }

    @Test
    void no_schema_and_no_sample_is_left_over_from_an_event_that_is_gone() throws IOException {
        assertThat(filesBelow("schemas"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("schemas/envelope.v1.json"),
                                events().stream().map(EventCatalogue.Entry::schemaPath))
                        .toList());
        assertThat(filesBelow("samples"))
                .containsExactlyInAnyOrderElementsOf(
                        events().stream().map(EventCatalogue.Entry::samplePath).toList());
    }

    private static List<String> filesBelow(String folder) throws IOException {
        Path resources = Path.of("src/main/resources");
        try (Stream<Path> files = Files.walk(resources.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> resources.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
