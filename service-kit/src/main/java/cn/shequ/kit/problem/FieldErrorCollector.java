package cn.shequ.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes each value that cannot be read and goes on with null, so that one request shows all of its errors. */
final class FieldErrorCollector extends DeserializationProblemHandler {

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return errors;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        String owner = owner(context.getParser());
        errors.add(FieldError.of(owner.isEmpty() ? name : owner + "." + name, "unknown-field"));
        parser.skipChildren();
        return true;
    }

    /** The object being read: a record's unknown fields are reported late, perhaps when it has ended already. */
    private static String owner(JsonParser source) {
        JsonStreamContext context = source.getParsingContext();
        return path(source.currentToken() == JsonToken.END_OBJECT ? context : context.getParent());
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String failure) {
        return invalid(context, target, value);
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String failure) {
        return invalid(context, target, value.toString());
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        Object nothing =
                invalid(context, target.getRawClass(), token.asString() == null ? token.name() : token.asString());
        parser.skipChildren();
        return nothing;
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> target, @Nullable Object argument, Throwable failure) {
        return invalid(context, target, String.valueOf(argument));
    }

    /** A number where a decimal string is wanted, for instance. */
    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser parser,
            String failure)
            throws IOException {
        Object nothing = invalid(context, target, parser.getText());
        parser.skipChildren();
        return nothing;
    }

    private @Nullable Object invalid(DeserializationContext context, Class<?> target, String value) {
        errors.add(FieldError.of(
                path(context.getParser().getParsingContext()),
                "not-a-value",
                Map.of("value", value.length() <= 64 ? value : value.substring(0, 64) + "…", "type", kind(target))));
        return null;
    }

    private static String kind(Class<?> target) {
        return target.isEnum()
                ? String.join(
                        " | ",
                        java.util.Arrays.stream(target.getEnumConstants())
                                .map(Object::toString)
                                .toList())
                : Violations.words(target.getSimpleName(), " ");
    }

    /** {@code placements[2].community}, from where the parser stands. */
    private static String path(@Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String parent = path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + context.getCurrentIndex() + "]";
        }
        String name = context.getCurrentName();
        return name == null ? parent : parent.isEmpty() ? name : parent + "." + name;
    }
}
