package cn.shequ.localstack.keycloak;

import cn.shequ.localstack.issuer.Demonstration;
import cn.shequ.localstack.issuer.Person;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Persons and clients in the form of Keycloak's partial import, one a line. What is there already stays as it is. */
final class PartialImport {

    /** The one client of the demonstration that takes a person's password, for sessions with {@code curl}. */
    static final String PASSWORD_CLIENT = "shequ-cli";

    private static final ObjectMapper JSON = new ObjectMapper();

    private PartialImport() {}

    /** The persons and clients of the demonstration, each person with the password {@code demo}. */
    static String demonstration(Demonstration demonstration) {
        List<Map<String, Object>> clients = new ArrayList<>();
        clients.add(client(PASSWORD_CLIENT, "演示命令行 · Demonstration with curl")
                .and("publicClient", true)
                .and("directAccessGrantsEnabled", true)
                .values());
        List<Map<String, Object>> users = new ArrayList<>();
        for (Demonstration.Client integrator : demonstration.clients()) {
            clients.add(client(integrator.clientId(), integrator.nameZh() + " · " + integrator.nameEn())
                    .and("serviceAccountsEnabled", true)
                    .and("secret", integrator.secret())
                    .values());
            users.add(serviceAccount(integrator));
        }
        demonstration.persons().forEach(person -> users.add(person(person.subject(), person)));
        return text(clients, users);
    }

    /** One person more, with the password {@code demo}. */
    static String of(String subject, Person person) {
        return text(List.of(), List.of(person(subject, person)));
    }

    private static Fields client(String clientId, String name) {
        return new Fields()
                .and("clientId", clientId)
                .and("name", name)
                .and("standardFlowEnabled", false)
                .and("attributes", Map.of("access.token.lifespan", "3600"))
                .and("defaultClientScopes", List.of("basic", "profile", "shequ"))
                .and("optionalClientScopes", List.of());
    }

    private static Map<String, Object> serviceAccount(Demonstration.Client client) {
        return new Fields()
                .and("username", "service-account-" + client.clientId())
                .and("enabled", true)
                .and("serviceAccountClientId", client.clientId())
                .and("attributes", attributes(client.person()))
                .and("realmRoles", client.roles())
                .values();
    }

    private static Map<String, Object> person(String subject, Person person) {
        return new Fields()
                .and("id", subject)
                .and("username", person.username())
                .and("enabled", true)
                .and("firstName", person.nameZh())
                .and("attributes", attributes(person))
                .and("realmRoles", person.roles())
                .and("credentials", List.of(DemonstrationPassword.credential()))
                .values();
    }

    private static Map<String, Object> attributes(Person person) {
        return new Fields()
                .and("division", person.division() == null ? null : List.of(person.division()))
                .and("department", person.department() == null ? null : List.of(person.department()))
                .values();
    }

    private static String text(List<Map<String, Object>> clients, List<Map<String, Object>> users) {
        return """
                {
                  "ifResourceExists": "SKIP",
                  "clients": [%s],
                  "users": [%s]
                }
                """.formatted(lines(clients), lines(users));
    }

    private static String lines(List<Map<String, Object>> entries) {
        return entries.stream()
                .map(entry -> "\n    " + json(entry))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(","), lines -> lines.isEmpty() ? lines : lines + "\n  "));
    }

    private static String json(Map<String, Object> entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
