package cn.shequ.acceptance.authorisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One operation of the merged OpenAPI document.
 *
 * @param path with places, such as {@code /api/funding/v1/funds/{id}}
 * @param roles who may call it; empty for a public one
 */
record Operation(String id, String method, String path, boolean open, Set<String> roles) {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    static List<Operation> readAll(JsonNode openApi) {
        List<Operation> operations = new ArrayList<>();
        openApi.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(
                        read(path.getKey(), entry.getKey().toUpperCase(java.util.Locale.ROOT), entry.getValue()))));
        return operations;
    }

    private static Operation read(String path, String method, JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        JsonNode security = operation.path("security");
        security.forEach(
                alternative -> alternative.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText()))));
        String id = operation.path("operationId").asText(method + " " + path);
        return new Operation(id, method, path, security.isEmpty(), roles);
    }

    /** The names of the places in its path. */
    Set<String> places() {
        return PLACE.matcher(path).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
