package cn.shequ.events.documents;

import cn.shequ.events.Counts;
import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventPart;
import cn.shequ.events.Is;
import cn.shequ.events.OneOf;
import cn.shequ.events.Parts;
import cn.shequ.events.Shape;
import cn.shequ.events.Whole;
import cn.shequ.events.samples.Sample;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The JSON Schema of an event's data, drawn from its record; a component of any other type is a fault. */
public final class DataSchema {

    private DataSchema() {}

    public static ObjectNode of(EventCatalogue.Entry entry) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", entry.dataschema());
        schema.put("title", entry.named().name() + ".v" + entry.named().version());
        schema.put("description", entry.named().says());
        return schema.setAll(object(entry.data()));
    }

    private static ObjectNode object(Class<?> part) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.MAPPER.createArrayNode();
        for (RecordComponent component : part.getRecordComponents()) {
            properties.set(component.getName(), property(component));
            if (!Sample.isOptional(component)) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode property(RecordComponent component) {
        if (component.getType() == List.class) {
            return list(component);
        }
        if (component.getType() == String.class) {
            return text(component);
        }
        if (component.getType() == int.class) {
            return whole(component.getAnnotation(Counts.class).value());
        }
        if (component.getType() == boolean.class) {
            return Json.MAPPER.createObjectNode().put("type", "boolean");
        }
        if (component.getType() == LocalDate.class) {
            return Json.MAPPER.createObjectNode().put("type", "string").put("format", "date");
        }
        if (component.getType() == Instant.class) {
            return Json.MAPPER.createObjectNode().put("type", "string").put("format", "date-time");
        }
        throw new AssertionError("an event cannot hold " + component);
    }

    private static ObjectNode list(RecordComponent component) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "array").put("maxItems", Parts.MOST_ITEMS);
        Class<?> item = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (item == String.class) {
            return schema.set("items", text(component));
        }
        if (EventPart.class.isAssignableFrom(item)) {
            return schema.set("items", object(item));
        }
        throw new AssertionError("an event cannot hold " + component);
    }

    private static ObjectNode text(RecordComponent component) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "string");
        OneOf words = component.getAnnotation(OneOf.class);
        if (words != null) {
            ArrayNode choice = schema.putArray("enum");
            Arrays.stream(words.value().getEnumConstants()).forEach(word -> choice.add(word.name()));
            return schema;
        }
        Is is = component.getAnnotation(Is.class);
        if (is == null) {
            throw new AssertionError("a text without a shape could say anything: " + component);
        }
        return shaped(schema, is.value());
    }

    private static ObjectNode shaped(ObjectNode schema, Shape shape) {
        schema.put("pattern", shape.regex()).put("description", shape.meaning());
        schema.putArray("examples").add(shape.example());
        return schema;
    }

    private static ObjectNode whole(Whole whole) {
        return Json.MAPPER
                .createObjectNode()
                .put("type", "integer")
                .put("minimum", whole.least())
                .put("maximum", whole.most())
                .put("description", whole.meaning());
    }
}
