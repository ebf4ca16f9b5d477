package cn.shequ.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One service's OpenAPI document in the form in which it can stand beside others: paths as they are outside, names of
 * components, operations and tags led by the service's name.
 */
final class ServiceDocument {
    static final String TOKEN_SCHEME = "shequ";

    private static final Set<String> OPERATIONS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** What stands in an example is data, even when it looks like a reference. */
    private static final Set<String> DATA = Set.of("example", "examples", "default", "const", "enum");

    private final String service;
    private final ObjectNode document;

    /** @param document is changed by this */
    ServiceDocument(String service, ObjectNode document) {
        this.service = service;
        this.document = document;
    }

    void addTo(ObjectNode paths, ObjectNode components, ArrayNode tags) {
        rename(document);
        JsonNode everywhere = document.path("security");
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getKey().startsWith("/v1") && path.getValue() instanceof ObjectNode item) {
                item.remove("servers");
                item.properties().stream()
                        .filter(operation -> OPERATIONS.contains(operation.getKey())
                                && operation.getValue().isObject())
                        .forEach(operation -> adapt((ObjectNode) operation.getValue(), everywhere));
                paths.set("/api/" + service + path.getKey(), item);
            }
        }
        for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
            if (!kind.getKey().equals("securitySchemes")) {
                ObjectNode target = components.withObjectProperty(kind.getKey());
                kind.getValue().properties().forEach(c -> target.set(named(c.getKey()), c.getValue()));
            }
        }
        for (JsonNode tag : document.path("tags")) {
            if (tag instanceof ObjectNode object) {
                tags.add(object.put("name", tagNamed(tag.path("name").asText())));
            }
        }
    }

    private void adapt(ObjectNode operation, JsonNode everywhere) {
        operation.remove("servers");
        if (operation.path("operationId").isTextual()) {
            operation.put(
                    "operationId", operationNamed(operation.path("operationId").asText()));
        }
        ArrayNode tags = operation.arrayNode();
        operation.path("tags").forEach(tag -> tags.add(tagNamed(tag.asText())));
        operation.set("tags", tags.isEmpty() ? tags.add(service) : tags);
        requireOneScheme(operation, everywhere);
    }

    /** All services trust the same issuer, so whatever each calls its scheme, it is one. */
    static void requireOneScheme(ObjectNode operation, JsonNode everywhere) {
        JsonNode security = operation.has("security") ? operation.path("security") : everywhere;
        ArrayNode result = operation.arrayNode();
        for (JsonNode requirement : security) {
            ObjectNode renamed = result.addObject();
            requirement.properties().forEach(scheme -> renamed.set(TOKEN_SCHEME, scheme.getValue()));
        }
        operation.set("security", result);
    }

    private void rename(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(this::rename);
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equals("$ref") && field.getValue().isTextual()) {
                field.setValue(reference(field.getValue().asText()));
            } else if (field.getKey().equals("discriminator")) {
                field.getValue()
                        .path("mapping")
                        .properties()
                        .forEach(to -> to.setValue(mapped(to.getValue().asText())));
            } else if (field.getKey().equals("links")) {
                field.getValue().forEach(this::renameLink);
            } else if (!DATA.contains(field.getKey())) {
                rename(field.getValue());
            }
        }
    }

    private void renameLink(JsonNode link) {
        if (link instanceof ObjectNode object && link.path("operationId").isTextual()) {
            object.put("operationId", operationNamed(link.path("operationId").asText()));
        }
        rename(link);
    }

    private TextNode reference(String reference) {
        String[] parts = reference.split("/", 5);
        if (parts.length < 4 || !parts[0].equals("#") || !parts[1].equals("components")) {
            return TextNode.valueOf(reference);
        }
        parts[3] = named(parts[3]);
        return TextNode.valueOf(String.join("/", parts));
    }

    private TextNode mapped(String target) {
        return target.contains("/") ? reference(target) : TextNode.valueOf(named(target));
    }

    private String named(String component) {
        return service + "." + component;
    }

    private String tagNamed(String tag) {
        return service + "/" + tag;
    }

    private String operationNamed(String id) {
        return service + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }
}
