package cn.shequ.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The OpenAPI document of the whole suite, put together from its services'. */
final class SuiteDocument {
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ArrayNode tags;
    private final ObjectNode paths;
    private final ObjectNode components;

    SuiteDocument(String version, String issuer) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "社区 Shequ")
                .put("version", version)
                .put(
                        "description",
                        "The REST interface of the suite: every operation of every service, by the addresses that "
                                + "work through the gateway. Refusals are RFC 9457 problems with a stable code, in zh-CN or en "
                                + "by Accept-Language.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        tags = document.putArray("tags");
        paths = document.putObject("paths");
        components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject(ServiceDocument.TOKEN_SCHEME)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "An access token of " + issuer + " for the audience shequ.");
    }

    /** @param serviceDocument is changed by this */
    void add(String service, ObjectNode serviceDocument) {
        new ServiceDocument(service, serviceDocument).addTo(paths, components, tags);
    }

    /** The gateway's own operations keep their names and addresses. */
    void addOwn(ObjectNode own) {
        own.path("paths").properties().forEach(path -> {
            for (JsonNode operation : path.getValue()) {
                ServiceDocument.requireOneScheme((ObjectNode) operation, own.path("security"));
            }
            paths.set(path.getKey(), path.getValue());
        });
        own.path("components").path("schemas").properties().forEach(schema -> components
                .withObjectProperty("schemas")
                .set(schema.getKey(), schema.getValue()));
        own.path("tags").forEach(tags::add);
    }

    /** A reader must see that the document is not the whole suite, and a program must be able to. */
    void addMissing(String service, String reason) {
        document.withArrayProperty("x-missing")
                .addObject()
                .put("service", service)
                .put("reason", reason);
    }

    ObjectNode json() {
        return document;
    }
}
