package cn.shequ.kit.rulebook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the rows that ship with the product: the policy's numbers and the product's own defaults. */
final class ShippedRules {

    private ShippedRules() {}

    /** By rule id, the newest row first. */
    static Map<String, List<Rule>> read() {
        JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        try (InputStream rows = ShippedRules.class.getResourceAsStream("/rulebook/rules.json")) {
            List<Rule> rules = mapper.readValue(rows, new TypeReference<>() {});
            return rules.stream().sorted(Rulebook.newestFirst()).collect(Collectors.groupingBy(Rule::id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
