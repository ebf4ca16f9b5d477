package cn.shequ.acceptance.deploy;

import static cn.shequ.acceptance.deploy.Manifests.BASE;
import static cn.shequ.acceptance.deploy.Manifests.CITY;
import static cn.shequ.acceptance.deploy.Manifests.called;
import static cn.shequ.acceptance.deploy.Manifests.kustomization;
import static cn.shequ.acceptance.deploy.Manifests.ofKind;
import static cn.shequ.acceptance.deploy.Manifests.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.shequ.localstack.up.SuiteService;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests without a cluster: that Kubernetes would know them, and that nothing is left over or made up. */
class ManifestsTest {

    /** The types of the API's own client; each refuses fields that it does not have and misses those it demands. */
    private static final Map<String, Class<?>> TYPES = Map.of(
            "v1/Namespace", V1Namespace.class,
            "v1/Service", V1Service.class,
            "v1/ServiceAccount", V1ServiceAccount.class,
            "v1/PersistentVolumeClaim", V1PersistentVolumeClaim.class,
            "apps/v1/Deployment", V1Deployment.class,
            "batch/v1/Job", V1Job.class,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class,
            "autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class,
            "networking.k8s.io/v1/Ingress", V1Ingress.class);

    @Test
    void kubernetesKnowsEveryFieldOfEveryManifest() {
        assertThat(Manifests.ALL).isNotEmpty().allSatisfy(manifest -> {
            Class<?> type = TYPES.get(manifest.path("apiVersion").asText() + "/"
                    + manifest.path("kind").asText());
            assertThat(type).as(called(manifest)).isNotNull();
            assertThatCode(() -> JSON.getGson().fromJson(manifest.toString(), type))
                    .as(called(manifest))
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void nothingIsThereTwice() {
        assertThat(Manifests.ALL).extracting(Manifests::called).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/city"})
    void aKustomizationListsEachFileBesideIt(String directory) {
        Path place = Manifests.KUBERNETES.resolve(directory);
        JsonNode kustomization = kustomization(place);
        Set<String> listed = new TreeSet<>(Set.of("kustomization.yaml"));
        listed.addAll(texts(kustomization.path("resources")));
        listed.addAll(kustomization.path("patches").findValuesAsText("path"));
        kustomization.path("configMapGenerator").findValues("envs").forEach(envs -> listed.addAll(texts(envs)));
        listed.remove("../../base");
        assertThat(listed).isEqualTo(Deploy.filesOf(place));
    }

    @Test
    void anOverlayChangesOnlyWhatIsThere() {
        JsonNode kustomization = kustomization(CITY);
        assertThat(kustomization.path("patches").findValuesAsText("path"))
                .flatMap(file -> Deploy.yaml(CITY.resolve(file)))
                .allSatisfy(patch ->
                        assertThat(Manifests.ALL).extracting(Manifests::called).contains(called(patch)));
        assertThat(kustomization.path("images").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SuiteService.values())
                        .map(service -> "shequ/" + service.id())
                        .toList());
    }

    @Test
    void theImagesAreThoseOfThisVersion() {
        String version = Deploy.text(Deploy.HOME.resolve("pom.xml"))
                .transform(pom -> pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>")))
                .replace("-SNAPSHOT", "");
        assertThat(Stream.concat(ofKind("Deployment").stream(), ofKind("Job").stream())
                        .map(manifest -> manifest.at("/spec/template/spec/containers/0")))
                .allSatisfy(container -> assertThat(container.path("image").asText())
                        .isEqualTo("shequ/" + container.path("name").asText() + ":" + version));
        assertThat(kustomization(CITY).path("images").findValuesAsText("newTag"))
                .containsOnly(version);
    }

    @Test
    void everyVariableStandsInTheHandbook() {
        Set<String> named = new TreeSet<>();
        for (Path directory : List.of(BASE, CITY)) {
            Manifests.variableFiles(directory)
                    .forEach(file -> named.addAll(
                            Deploy.variables(directory.resolve(file)).keySet()));
        }
        Manifests.ALL.forEach(manifest -> Manifests.environment(manifest)
                .forEach(variable -> named.add(variable.path("name").asText())));
        String handbook = Deploy.handbook();
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(variable -> assertThat(handbook)
                .contains("`" + variable + "`"));
    }
}
