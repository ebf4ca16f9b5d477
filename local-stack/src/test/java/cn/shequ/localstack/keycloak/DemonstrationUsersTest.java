package cn.shequ.localstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.issuer.Demonstration;
import cn.shequ.localstack.issuer.Person;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demonstration of Keycloak and that of the local issuer are one. */
class DemonstrationUsersTest {

    private static final Path FILE = Path.of("../deploy/keycloak/demonstration-users.json");

    private final Demonstration demonstration = Demonstration.load();

    @Test
    void the_file_for_keycloak_says_what_the_demonstration_says() throws IOException {
        String expected = PartialImport.demonstration(demonstration);
        if (Boolean.getBoolean("demonstration.write")) {
            Files.writeString(FILE, expected);
        }
        assertThat(FILE)
                .as("%s; if the change is meant, run the tests of local-stack with -Ddemonstration.write=true", FILE)
                .content()
                .isEqualTo(expected);
    }

    @Test
    void every_person_and_client_is_in_it_with_the_same_identity() throws IOException {
        JsonNode users = new ObjectMapper().readTree(FILE.toFile()).path("users");
        assertThat(users)
                .hasSize(
                        demonstration.persons().size() + demonstration.clients().size());
        for (Person person : demonstration.persons()) {
            JsonNode user = named(users, person.username());
            assertThat(user.path("id").asText()).isEqualTo(person.subject());
            assertThat(user.at("/realmRoles/0").asText())
                    .isEqualTo(person.roles().getFirst());
            assertThat(user.at("/attributes/division/0").asText(null)).isEqualTo(person.division());
            assertThat(user.at("/attributes/department/0").asText(null)).isEqualTo(person.department());
        }
    }

    @Test
    void whoever_is_bound_to_no_place_has_no_attributes() throws IOException {
        Person nobody = new Person("x", "x", "x", List.of("resident"), null, null);
        JsonNode user =
                new ObjectMapper().readTree(PartialImport.of("x", nobody)).at("/users/0");
        assertThat(user.path("attributes")).isEmpty();
    }

    private static JsonNode named(JsonNode users, String username) {
        for (JsonNode user : users) {
            if (user.path("username").asText().equals(username)) {
                return user;
            }
        }
        throw new AssertionError(username + " is missing");
    }
}
