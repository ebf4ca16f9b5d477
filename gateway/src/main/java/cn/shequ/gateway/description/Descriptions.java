package cn.shequ.gateway.description;

import cn.shequ.gateway.passage.ServiceClient;
import cn.shequ.gateway.passage.ServiceClients;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Puts the descriptions together from what the services and the event contracts say of themselves. */
@ApplicationScoped
class Descriptions {
    /** The merged bytes with the very documents they were made from: made anew only when one of those is another. */
    private record Merged(Map<String, Future<Buffer>> parts, byte[] bytes) {}

    private final ServiceClients services;
    private final ServiceDocuments documents;
    private final OpenApiDocumentService own;
    private final ObjectMapper json;
    private final String version;
    private final String issuer;
    private volatile @Nullable Merged merged;
    private volatile byte @Nullable [] asyncApi;

    Descriptions(
            ServiceClients services,
            ServiceDocuments documents,
            OpenApiDocumentService own,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer) {
        this.services = services;
        this.documents = documents;
        this.own = own;
        this.json = json;
        this.version = version;
        this.issuer = issuer;
    }

    Future<byte[]> openApi() {
        Map<String, Future<Buffer>> parts = new LinkedHashMap<>();
        for (ServiceClient service : services.all()) {
            parts.put(service.name(), documents.of(service));
        }
        return Future.join(parts.values().stream().toList()).transform(all -> {
            Merged last = merged;
            if (last == null || !last.parts().equals(parts)) {
                last = new Merged(parts, bytes(merge(parts)));
                merged = last;
            }
            return Future.succeededFuture(last.bytes());
        });
    }

    byte[] asyncApi() {
        byte[] bytes = asyncApi;
        if (bytes == null) {
            bytes = bytes(new AsyncApiDocument(json).bundled());
            asyncApi = bytes;
        }
        return bytes;
    }

    private ObjectNode merge(Map<String, Future<Buffer>> parts) {
        var suite = new SuiteDocument(version, issuer);
        parts.forEach((service, document) -> {
            try {
                if (document.succeeded()) {
                    suite.add(service, json.readValue(document.result().getBytes(), ObjectNode.class));
                } else {
                    suite.addMissing(service, "unavailable");
                }
            } catch (IOException unreadable) {
                suite.addMissing(service, "no OpenAPI document");
            }
        });
        suite.addOwn(ownDocument());
        return suite.json();
    }

    private ObjectNode ownDocument() {
        try {
            return json.readValue(
                    own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(ObjectNode document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
