package cn.shequ.localstack.keycloak;

import cn.shequ.localstack.issuer.Person;
import cn.shequ.localstack.issuer.TokenGiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's tokens: who is not in its realm yet is taken in first. Each person signs in once; the token is kept for the hour
 * that it holds, which is longer than the tests take.
 */
final class KeycloakTokens implements TokenGiver {

    private final RealmClient realm;
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();

    KeycloakTokens(RealmClient realm) {
        this.realm = realm;
    }

    @Override
    public String token(Person person) {
        return tokens.computeIfAbsent(person, this::signIn);
    }

    @Override
    public String token(String subject, List<String> roles, @Nullable String division, @Nullable String department) {
        return tokens.computeIfAbsent(
                new Person(subject, subject, subject, roles, division, department), this::takeInAndSignIn);
    }

    private String takeInAndSignIn(Person person) {
        try {
            realm.partialImport(PartialImport.of(person.username(), person));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signIn(person);
    }

    private String signIn(Person person) {
        try {
            return realm.tokenByPassword(person.username(), DemonstrationPassword.VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
