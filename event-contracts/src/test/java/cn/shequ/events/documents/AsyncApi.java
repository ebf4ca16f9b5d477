package cn.shequ.events.documents;

import cn.shequ.events.EventCatalogue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;

/** The AsyncAPI 3.0 document of the suite, drawn from the catalogue. */
public final class AsyncApi {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private AsyncApi() {}

    public static String document() {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Shequ events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What the services of the suite tell each other and the city: CloudEvents 1.0 in RFC 8785 form,"
                                + " at most " + EventCatalogue.MOST_BYTES
                                + " bytes each, at least once on Kafka and in order"
                                + " per key. No personal data, no free text.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/cloudevents+json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        EventCatalogue.topics().forEach(topic -> channels.set(topic, channel(topic)));
        for (EventCatalogue.Entry entry : EventCatalogue.all()) {
            String name = entry.type().substring("cn.shequ.".length());
            messages.set(name, message(entry));
            ((ObjectNode) channels.get(entry.topic()).get("messages")).set(name, ref("#/components/messages/" + name));
        }
        EventCatalogue.topics().forEach(topic -> operations.set("publish-" + topic, operation(topic)));
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ObjectNode channel(String topic) {
        ObjectNode channel = Json.MAPPER.createObjectNode().put("address", topic);
        channel.put("description", "All events of one service. Nothing is ever dropped or compacted.");
        channel.putObject("messages");
        channel.putObject("bindings").putObject("kafka").put("topic", topic).put("bindingVersion", "0.5.0");
        return channel;
    }

    private static ObjectNode operation(String topic) {
        return Json.MAPPER
                .createObjectNode()
                .put("action", "send")
                .<ObjectNode>set("channel", ref("#/channels/" + topic))
                .put("summary", "The service publishes; whoever is concerned reads from the beginning.");
    }

    private static ObjectNode message(EventCatalogue.Entry entry) {
        ObjectNode message = Json.MAPPER.createObjectNode();
        message.put("name", entry.type());
        message.put("title", entry.named().name());
        message.put("summary", entry.named().says());
        message.put("contentType", "application/cloudevents+json");
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=2020-12");
        ObjectNode schema = payload.putObject("schema");
        schema.putArray("allOf").add(ref("./schemas/envelope.v1.json"));
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("source").put("const", entry.source());
        properties.putObject("type").put("const", entry.type());
        properties.putObject("dataschema").put("const", entry.dataschema());
        properties.set("data", ref("./" + entry.schemaPath()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", entry.named().key());
        kafka.put("bindingVersion", "0.5.0");
        message.put("x-sample", "./" + entry.samplePath());
        return message;
    }

    private static ObjectNode ref(String target) {
        return Json.MAPPER.createObjectNode().put("$ref", target);
    }
}
