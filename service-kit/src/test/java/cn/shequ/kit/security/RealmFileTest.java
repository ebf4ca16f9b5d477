package cn.shequ.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The realm that cities load into Keycloak, as far as it can be judged without one. */
class RealmFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode realm = read();

    @Test
    void itHasTheRolesOfTheSuiteAndNoOthers() {
        assertThat(realm.at("/roles/realm"))
                .extracting(role -> role.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(roles());
    }

    @Test
    void nobodyHasARoleOfTheSuiteWithoutBeingGivenIt() {
        assertThat(realm.at("/defaultRole/composites/realm")).isEmpty();
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
    }

    @Test
    void itHoldsNoPersonAndNoSecret() {
        assertThat(realm.has("users")).isFalse();
        List<String> names = new ArrayList<>();
        collectNames(realm, names);
        assertThat(names).noneMatch(name -> name.matches("(?i).*(secret|privatekey|credentials).*"));
    }

    @Test
    void everyClientIsAPageThatProvesItself() {
        assertThat(realm.path("clients")).hasSize(2).allSatisfy(client -> {
            assertThat(client.path("publicClient").asBoolean()).isTrue();
            assertThat(client.path("attributes")
                            .path("pkce.code.challenge.method")
                            .asText())
                    .isEqualTo("S256");
            for (String other : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
                assertThat(client.path(other).asBoolean(true)).as(other).isFalse();
            }
        });
    }

    @Test
    void theSuitesClaimsGoToNoClientByDefault() {
        assertThat(realm.path("defaultDefaultClientScopes"))
                .extracting(JsonNode::asText)
                .doesNotContain("shequ");
        assertThat(realm.path("defaultOptionalClientScopes")).isEmpty();
    }

    @Test
    void divisionAndDepartmentHaveTheirFormAndAreChangedByAdministratorsOnly() throws IOException {
        JsonNode profile = JSON.readTree(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());
        assertThat(profile.path("attributes")).allSatisfy(attribute -> assertThat(attribute.at("/permissions/edit"))
                .extracting(JsonNode::asText)
                .containsExactly("admin"));
        assertThat(accepts(profile, "division", "220102001001")).isTrue();
        assertThat(accepts(profile, "division", "22010200100")).isFalse();
        assertThat(accepts(profile, "department", "11220102DEM000014K")).isTrue();
        assertThat(accepts(profile, "department", "11220102DEM000014I")).isFalse();
        assertThat(profile.has("unmanagedAttributePolicy"))
                .as("no other attributes")
                .isFalse();
    }

    private static boolean accepts(JsonNode profile, String name, String value) {
        for (JsonNode attribute : profile.path("attributes")) {
            if (attribute.path("name").asText().equals(name)) {
                String pattern = attribute.at("/validations/pattern/pattern").asText();
                return Pattern.matches(pattern, value);
            }
        }
        throw new AssertionError(name + " is not declared");
    }

    private static void collectNames(JsonNode node, List<String> names) {
        node.properties().forEach(property -> {
            names.add(property.getKey());
            collectNames(property.getValue(), names);
        });
        if (node.isArray()) {
            node.forEach(element -> collectNames(element, names));
        }
    }

    private static List<String> roles() {
        return Stream.of(Roles.class.getFields()).map(RealmFileTest::value).toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Path.of("../deploy/keycloak/shequ-realm.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
