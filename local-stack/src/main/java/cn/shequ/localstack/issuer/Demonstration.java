package cn.shequ.localstack.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fictitious people, departments and machine clients of the demonstration, on real divisions.
 *
 * @param note says in the file itself that nothing in it is real
 */
public record Demonstration(String note, List<Department> departments, List<Person> persons, List<Client> clients) {

    /** A department with an invented credit code whose check characters are nevertheless right. */
    public record Department(String key, String code, String division, String nameZh, String nameEn) {}

    /** A system that signs in by itself with the client credentials grant. */
    public record Client(
            String clientId,
            String secret,
            String nameZh,
            String nameEn,
            List<String> roles,
            String division,
            @Nullable String department) {

        /** Whom a token of this client speaks for. */
        public Person person() {
            return new Person(clientId, nameZh, nameEn, roles, division, department);
        }
    }

    private static final class Loaded {
        static final Demonstration VALUE = read();
    }

    public static Demonstration load() {
        return Loaded.VALUE;
    }

    private static Demonstration read() {
        try (InputStream file = Demonstration.class.getResourceAsStream("demonstration.json")) {
            return new ObjectMapper().readValue(file, Demonstration.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Person> find(String username) {
        return persons.stream().filter(p -> p.username().equals(username)).findFirst();
    }

    /** The person of that name; a name that does not exist is a mistake of the caller. */
    public Person person(String username) {
        return find(username)
                .orElseThrow(() -> new IllegalArgumentException("no demonstration person is called " + username));
    }

    public Optional<Client> client(String clientId) {
        return clients.stream().filter(c -> c.clientId().equals(clientId)).findFirst();
    }

    public Department department(String key) {
        return departments.stream()
                .filter(d -> d.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demonstration department is called " + key));
    }
}
