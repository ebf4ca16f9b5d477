package cn.shequ.localstack.keycloak;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object in the order in which they are given; what is null is left out. */
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields and(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}
