package cn.shequ.acceptance.deploy;

import static cn.shequ.acceptance.deploy.Manifests.BASE;
import static cn.shequ.acceptance.deploy.Manifests.README;
import static cn.shequ.acceptance.deploy.Manifests.called;
import static cn.shequ.acceptance.deploy.Manifests.manifest;
import static cn.shequ.acceptance.deploy.Manifests.ofKind;
import static cn.shequ.acceptance.deploy.Manifests.secretsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.up.SuiteService;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a cluster each process has what keeps it up, and no right, secret or neighbour that it does not need. */
class ConfinementTest {

    @ParameterizedTest
    @EnumSource
    void everyServiceHasAllThatKeepsItUp(SuiteService service) {
        assertThat(Stream.of(
                        "ServiceAccount", "Service", "Deployment", "PodDisruptionBudget", "HorizontalPodAutoscaler"))
                .allSatisfy(kind -> manifest(kind, service.id()));
        JsonNode pod = manifest("Deployment", service.id()).at("/spec/template/spec");
        assertThat(pod.path("serviceAccountName").asText()).isEqualTo(service.id());
        assertThat(pod.path("topologySpreadConstraints")).hasSize(2);
        assertThat(pod.path("containers")).hasSize(1);
        JsonNode container = pod.path("containers").path(0);
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertIsConfined(pod);
    }

    @Test
    void everyDatabaseIsMigratedByAJobOfItsOwnAndByNothingElse() {
        List<String> jobs = Arrays.stream(SuiteService.values())
                .filter(service -> service.database() != null)
                .map(service -> "migrate-" + service.id())
                .toList();
        assertThat(ofKind("Job"))
                .extracting(job -> job.at("/metadata/name").asText())
                .containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(ofKind("Job")).allSatisfy(job -> {
            JsonNode pod = job.at("/spec/template/spec");
            assertIsConfined(pod);
            String name = pod.at("/containers/0/name").asText();
            assertThat(job.at("/metadata/name").asText()).isEqualTo("migrate-" + name);
            assertThat(secretsOf(job)).contains(name + "-database-owner");
        });
        assertThat(ofKind("Deployment")).allSatisfy(served -> assertThat(secretsOf(served))
                .noneMatch(secret -> secret.endsWith("-database-owner")));
        assertThat(Deploy.variables(BASE.resolve("suite.env"))).containsEntry("SHEQU_MIGRATE_AT_START", "false");
    }

    @Test
    void secretsAreReferencesAndTheReadmeNamesEach() {
        assertThat(ofKind("Secret")).isEmpty();
        Set<String> secrets = new TreeSet<>();
        Manifests.ALL.forEach(manifest -> secrets.addAll(secretsOf(manifest)));
        assertThat(secrets).hasSize(11).allSatisfy(secret -> assertThat(README).contains("`" + secret + "`"));
        Manifests.ALL.forEach(manifest -> assertThat(Manifests.environment(manifest))
                .filteredOn(variable -> isSecret(variable.path("name").asText()))
                .allSatisfy(variable -> assertThat(
                                variable.at("/valueFrom/secretKeyRef").isObject())
                        .as(called(manifest) + variable)
                        .isTrue()));
        assertThat(Manifests.variableFiles(BASE))
                .flatMap(file -> Deploy.variables(BASE.resolve(file)).keySet())
                .noneMatch(ConfinementTest::isSecret);
    }

    @Test
    void nobodySpeaksToAnybodyUnlessAPolicySaysSoAndTheReadmeNamesTheNeighbours() {
        assertThat(manifest("NetworkPolicy", "nobody").path("spec").toString())
                .isEqualTo("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}");
        Set<String> neighbours = new TreeSet<>();
        ofKind("NetworkPolicy").forEach(policy -> policy.findValues("namespaceSelector").stream()
                .flatMap(selector -> selector.findValuesAsText("key").stream())
                .forEach(neighbours::add));
        assertThat(neighbours).hasSize(6).allSatisfy(label -> assertThat(README).contains(" " + label + "="));
        assertThat(ofKind("Ingress")).singleElement().satisfies(ingress -> assertThat(
                        ingress.at("/spec/rules/0/http/paths").findValuesAsText("name"))
                .contains("gateway"));
    }

    private static boolean isSecret(String variable) {
        return variable.matches(".*(PASSWORD|SECRET|PERSONAL_DATA).*");
    }

    private static void assertIsConfined(JsonNode pod) {
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
        assertThat(pod.path("securityContext").toString())
                .isEqualTo("{\"runAsNonRoot\":true,\"runAsUser\":10001,\"runAsGroup\":10001,\"fsGroup\":10001,"
                        + "\"seccompProfile\":{\"type\":\"RuntimeDefault\"}}");
        assertThat(pod.at("/containers/0/securityContext").toString())
                .isEqualTo("{\"allowPrivilegeEscalation\":false,\"readOnlyRootFilesystem\":true,"
                        + "\"capabilities\":{\"drop\":[\"ALL\"]}}");
        JsonNode resources = pod.at("/containers/0/resources");
        assertThat(resources.at("/requests/memory").asText())
                .isNotEmpty()
                .isEqualTo(resources.at("/limits/memory").asText());
        assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
    }
}
