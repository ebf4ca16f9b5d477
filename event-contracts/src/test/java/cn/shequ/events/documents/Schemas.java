package cn.shequ.events.documents;

import cn.shequ.events.EventCatalogue;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The schemas as they lie on the class path, asked as a reader of another language would ask them. */
public final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Schemas() {}

    /** What is wrong with the data, in words; nothing when it is valid. */
    public static List<String> faults(EventCatalogue.Entry entry, JsonNode data) {
        return faults(entry.schemaPath(), data);
    }

    public static List<String> faultsOfEnvelope(JsonNode event) {
        return faults("schemas/envelope.v1.json", event);
    }

    private static List<String> faults(String path, JsonNode tree) {
        JsonSchema schema =
                FACTORY.getSchema(Json.parse(CheckedIn.resource(path).text()), STRICT);
        return schema.validate(tree).stream().map(ValidationMessage::getMessage).toList();
    }
}
