package cn.shequ.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The suite's event contracts as one self-contained AsyncAPI document: the schemas and samples that stand in files
 * beside it are put where it refers to them, as a reader over HTTP has no such files.
 */
final class AsyncApiDocument {
    private final ObjectMapper json;

    AsyncApiDocument(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode bundled() {
        try (InputStream yaml = resource("asyncapi.yaml")) {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            ObjectNode document = json.valueToTree(loaded);
            inline(document);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inline(JsonNode node) throws IOException {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolved(array.get(i)));
            }
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            field.setValue(resolved(field.getValue()));
        }
        if (node instanceof ObjectNode object && object.remove("x-sample") instanceof JsonNode sample) {
            object.putArray("examples").addObject().set("payload", read(sample.asText()));
        }
    }

    private JsonNode resolved(JsonNode node) throws IOException {
        JsonNode reference = node.path("$ref");
        if (reference.isTextual() && !reference.asText().startsWith("#")) {
            return read(reference.asText());
        }
        inline(node);
        return node;
    }

    private JsonNode read(String path) throws IOException {
        try (InputStream file = resource(path.replaceFirst("^\\./", ""))) {
            return json.readTree(file);
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = AsyncApiDocument.class.getClassLoader().getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("event contracts lack " + name);
        }
        return resource;
    }
}
