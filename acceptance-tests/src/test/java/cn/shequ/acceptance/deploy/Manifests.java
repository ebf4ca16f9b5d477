package cn.shequ.acceptance.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is applied to a cluster. */
final class Manifests {

    static final Path KUBERNETES = Deploy.directory("kubernetes");
    static final Path BASE = KUBERNETES.resolve("base");
    static final Path CITY = KUBERNETES.resolve("overlays/city");
    static final String README = Deploy.text(KUBERNETES.resolve("README.md"));

    static final List<JsonNode> ALL = Deploy.filesOf(BASE).stream()
            .filter(file -> file.endsWith(".yaml") && !file.equals("kustomization.yaml"))
            .flatMap(file -> Deploy.yaml(BASE.resolve(file)).stream())
            .toList();

    private Manifests() {}

    static JsonNode kustomization(Path directory) {
        return Deploy.yaml(directory.resolve("kustomization.yaml")).getFirst();
    }

    static List<String> variableFiles(Path directory) {
        return Deploy.filesOf(directory).stream()
                .filter(file -> file.endsWith(".env"))
                .toList();
    }

    static List<JsonNode> ofKind(String kind) {
        return ALL.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    static JsonNode manifest(String kind, String name) {
        return ofKind(kind).stream()
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
    }

    static String called(JsonNode manifest) {
        return manifest.path("kind").asText() + " "
                + manifest.at("/metadata/name").asText();
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** The variables that a manifest gives its container one by one. */
    static List<JsonNode> environment(JsonNode manifest) {
        return manifest.findValues("env").stream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    static Collection<String> secretsOf(JsonNode manifest) {
        Collection<String> names = new ArrayList<>(manifest.findValuesAsText("secretName"));
        manifest.findValues("secretKeyRef")
                .forEach(reference -> names.add(reference.path("name").asText()));
        return names;
    }
}
