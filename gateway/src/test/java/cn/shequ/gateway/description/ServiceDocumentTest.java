package cn.shequ.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ServiceDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void discriminators_and_links_follow_the_new_names() throws Exception {
        JsonNode suite = merged("""
                {"paths":{"/v1/x":{"get":{"operationId":"x","responses":{"200":{"links":{
                   "self":{"operationId":"x"}}}}}}},
                 "components":{"schemas":{"Cat":{},"Animal":{
                   "discriminator":{"propertyName":"kind","mapping":{"cat":"Cat","big":"#/components/schemas/Cat"}}}}}}""");

        JsonNode mapping = suite.at("/components/schemas/admission.Animal/discriminator/mapping");
        assertThat(mapping.path("cat").asText()).isEqualTo("admission.Cat");
        assertThat(mapping.path("big").asText()).isEqualTo("#/components/schemas/admission.Cat");
        assertThat(suite.at("/paths/~1api~1admission~1v1~1x/get/responses/200/links/self/operationId")
                        .asText())
                .isEqualTo("admissionX");
    }

    @Test
    void what_stands_in_an_example_is_data_and_stays_as_it_is() throws Exception {
        JsonNode suite = merged("""
                {"components":{"schemas":{"Link":{"example":{"$ref":"#/components/schemas/Other"}}}}}""");

        assertThat(suite.at("/components/schemas/admission.Link/example/$ref").asText())
                .isEqualTo("#/components/schemas/Other");
    }

    @Test
    void references_into_a_component_and_to_other_documents_keep_their_rest() throws Exception {
        JsonNode suite = merged("""
                {"components":{"schemas":{"A":{"allOf":[{"$ref":"#/components/schemas/B/properties/c"},
                 {"$ref":"https://law.example/schema.json#/x"}]},"B":{}}}}""");

        JsonNode all = suite.at("/components/schemas/admission.A/allOf");
        assertThat(all.at("/0/$ref").asText()).isEqualTo("#/components/schemas/admission.B/properties/c");
        assertThat(all.at("/1/$ref").asText()).isEqualTo("https://law.example/schema.json#/x");
    }

    @Test
    void a_document_without_a_security_requirement_anywhere_is_public() throws Exception {
        JsonNode suite = merged("{\"paths\":{\"/v1/x\":{\"get\":{}}}}");

        JsonNode security = suite.at("/paths/~1api~1admission~1v1~1x/get/security");
        assertThat(security.isArray()).isTrue();
        assertThat(security).isEmpty();
    }

    private static JsonNode merged(String document) throws JsonProcessingException {
        var suite = new SuiteDocument("1", "https://issuer.example");
        suite.add("admission", JSON.readValue(document, ObjectNode.class));
        return suite.json();
    }
}
