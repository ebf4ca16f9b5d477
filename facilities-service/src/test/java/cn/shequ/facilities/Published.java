package cn.shequ.facilities;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the service said to the others about a city, in the order it said so. */
@ApplicationScoped
public class Published {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    Published(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param type for instance {@code division-changed} */
    public List<JsonNode> about(City city, String type) {
        List<String> data = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT data FROM event_outbox WHERE type = :type AND division LIKE :city ORDER BY id")
                .bind("type", "cn.shequ.facilities." + type + ".v1")
                .bind("city", city.code().substring(0, 4) + "%")
                .mapTo(String.class)
                .list());
        return data.stream().map(Published::read).toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
