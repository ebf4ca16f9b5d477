package cn.shequ.acceptance.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.shequ.acceptance.SuiteUnderTest;
import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Calls every operation of the merged OpenAPI document with no token, in every wrong role, in the right role in a
 * neighbouring territory, and in the same territory for another department. What each must answer beyond 401 and 403
 * stands in {@code authorisation-matrix.yaml}; an operation that does not stand there fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationMatrixIT {

    private static final String CITY = "220100000000";
    private static final String DISTRICT = "220102000000";
    private static final String NEIGHBOUR = "220103000000";
    private static final String DEPARTMENT_OF_NEIGHBOUR = "11220103DEM0000142";
    private static final String OTHER_DEPARTMENT = "11220102DEM000022E";

    private static final List<String> ROLES = List.of(
            "department-officer",
            "community-officer",
            "subdistrict-officer",
            "subdistrict-accountant",
            "subdistrict-approver",
            "subdistrict-cashier",
            "leading-group-office",
            "leading-group-member",
            "principal-leader",
            "finance-officer",
            "civil-affairs-officer",
            "human-resources-officer",
            "planning-officer",
            "construction-officer",
            "auditor",
            "grid-manager",
            "social-worker",
            "resident",
            "system-integrator",
            "platform-admin");

    private final City city = SuiteUnderTest.city();
    private final Map<String, String> things = Things.of(SuiteUnderTest.story());
    private final Map<String, City.Visitor> visitors = new ConcurrentHashMap<>();
    private final Map<String, MatrixRow> matrix = matrix();
    private final List<Operation> operations = Operation.readAll(description());

    @Test
    void theMatrixAndTheDocumentNameTheSameOperations() {
        assertThat(operations).hasSizeGreaterThan(30);
        assertThat(new TreeSet<>(matrix.keySet()))
                .isEqualTo(operations.stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The one table of who may do what, for people: {@code docs/authorisation.md}. */
    @Test
    void theRolesOfEveryOperationAreWrittenDown() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Who may do what

                Written by the acceptance tests from the merged OpenAPI document. Beyond the role, territory decides: one
                acts in the own division and below it, and a department's officer for the own department only.

                | operation | method and path | roles |
                |---|---|---|
                """);
        operations.stream().sorted(Comparator.comparing(Operation::id)).forEach(operation -> page.append("| ")
                .append(operation.id())
                .append(" | `")
                .append(operation.method() + " " + operation.path())
                .append("` | ")
                .append(operation.open() ? "*everybody*" : everyRole(operation))
                .append(" |\n"));
        Path file = Path.of(System.getProperty("shequ.home"), "docs", "authorisation.md");
        Files.writeString(file, page);
        assertThat(file).content().contains("| `POST /api/funding/v1/receipts` |");
    }

    private static String everyRole(Operation operation) {
        return operation.roles().isEmpty() || operation.roles().containsAll(ROLES)
                ? "*everybody signed in*"
                : String.join(", ", operation.roles());
    }

    /** Several calls at a time: while one waits for the suite, another is made ready. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicNode> everyOperation() {
        return operations.stream()
                .filter(operation -> matrix.containsKey(operation.id()))
                .map(operation ->
                        dynamicContainer(operation.toString(), checks(operation, matrix.get(operation.id()))));
    }

    private Stream<DynamicNode> checks(Operation operation, MatrixRow row) {
        List<DynamicNode> checks = new ArrayList<>();
        checks.add(dynamicTest("is as open as the matrix says", () -> {
            assertThat(operation.open()).isEqualTo(row.open());
            assertThat(!operation.open() && operation.roles().isEmpty()).isEqualTo(row.signedIn());
        }));
        checks.add(dynamicTest("without a token", () -> {
            int status = call(operation, row, city.anybody()).status();
            if (row.open()) {
                assertThat(status).isNotIn(401, 403);
            } else {
                assertThat(status).isEqualTo(401);
            }
        }));
        if (!row.open() && !row.signedIn()) {
            ROLES.stream()
                    .filter(role -> !operation.roles().contains(role))
                    .map(role -> dynamicTest(
                            "as " + role,
                            () -> assertProblem(
                                    call(operation, row, visitor(role, CITY, departmentOf(role, DISTRICT))),
                                    403,
                                    "forbidden-role")))
                    .forEach(checks::add);
        }
        String neighbour = row.neighbour();
        if (neighbour != null) {
            checks.add(dynamicTest(
                    "speaks of a thing that is there",
                    () -> assertThat(places(row).keySet()).containsAll(operation.places())));
            if (operation.method().equals("GET") && !neighbour.equals("empty") && row.why() == null) {
                checks.add(dynamicTest("somebody of its own territory reads it", () -> assertThat(operation.roles())
                        .anyMatch(role -> call(operation, row, visitor(role, DISTRICT, Places.HEALTH))
                                        .status()
                                == 200)));
            }
            operation.roles().stream()
                    .map(role -> dynamicTest(
                            role + " of a neighbouring territory",
                            () -> assertElsewhere(
                                    call(
                                            operation,
                                            row,
                                            visitor(role, neighbourOf(row), departmentOf(role, NEIGHBOUR))),
                                    neighbour)))
                    .forEach(checks::add);
        }
        String otherDepartment = row.otherDepartment();
        if (otherDepartment != null) {
            checks.add(dynamicTest(
                    "for another department",
                    () -> assertElsewhere(
                            call(operation, row, visitor("department-officer", DISTRICT, OTHER_DEPARTMENT)),
                            otherDepartment)));
        }
        if (!row.open() && !row.signedIn() && neighbour == null) {
            checks.add(dynamicTest("says why territory does not matter", () -> assertThat(row.why())
                    .isNotBlank()));
        }
        return checks.stream();
    }

    /** One token each: to sign one takes longer than most calls. */
    private City.Visitor visitor(String role, String division, @Nullable String department) {
        return visitors.computeIfAbsent(role + division + department, each -> city.as(role, division, department));
    }

    private static String neighbourOf(MatrixRow row) {
        String division = row.neighbourDivision();
        return division == null ? NEIGHBOUR : division;
    }

    private static @Nullable String departmentOf(String role, String division) {
        if (!role.equals("department-officer") && !role.equals("system-integrator")) {
            return null;
        }
        return division.equals(NEIGHBOUR) ? DEPARTMENT_OF_NEIGHBOUR : OTHER_DEPARTMENT;
    }

    private static void assertElsewhere(Answer answer, String expected) {
        if (expected.equals("empty")) {
            assertThat(answer.expect(200).json().path("items").size())
                    .as(answer.text())
                    .isZero();
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(Integer.parseInt(expected));
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }

    private Answer call(Operation operation, MatrixRow row, City.Visitor visitor) {
        String path = operation.path().substring("/api".length());
        for (Map.Entry<String, String> place : places(row).entrySet()) {
            path = path.replace("{" + place.getKey() + "}", filled(place.getValue()));
        }
        if (row.query() != null) {
            path = path + "?" + filled(row.query());
        }
        path = path.replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
        if (row.csv() != null) {
            return visitor.postCsv(path, row.csv().getBytes(StandardCharsets.UTF_8));
        }
        return visitor.send(
                operation.method(),
                path,
                row.body() == null ? null : filledBody(row.body().toString()),
                "Content-Type",
                "application/json",
                "If-Match",
                "*",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static Map<String, String> places(MatrixRow row) {
        return row.path() == null ? Map.of() : row.path();
    }

    private Object filledBody(String body) {
        try {
            return new ObjectMapper().readTree(filled(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the things of the main flow in their places. */
    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> thing : things.entrySet()) {
            filled = filled.replace("$" + thing.getKey() + "$", thing.getValue());
        }
        assertThat(filled).as("every $thing$ is one of the main flow").doesNotContainPattern("\\$[a-z]+\\$");
        return filled;
    }

    /** Of all services: one that has just been started may not have described itself yet. */
    private JsonNode description() {
        return City.eventually("the description of every service", Duration.ofSeconds(120), () -> {
            JsonNode suite = city.anybody().get("/openapi").expect(200).json();
            return suite.path("x-missing").isEmpty() ? suite : null;
        });
    }

    private static Map<String, MatrixRow> matrix() {
        try (InputStream rows = AuthorisationMatrixIT.class.getResourceAsStream("/authorisation-matrix.yaml")) {
            return new YAMLMapper().readValue(rows, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
