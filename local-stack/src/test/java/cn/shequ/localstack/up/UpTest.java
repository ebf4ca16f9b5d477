package cn.shequ.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.Infrastructure;
import cn.shequ.localstack.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a user runs it: a process with real infrastructure, and the smallest of services. */
class UpTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path home;

    private final Map<String, String> ports = new HashMap<>();
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void a_built_source_tree_and_free_ports() throws Exception {
        TinyService.installAsAllServices(home);
        for (String process :
                List.of("GATEWAY", "FACILITIES", "FUNDING", "ADMISSION", "WORKFORCE", "ISSUER", "POSTGRES", "KAFKA")) {
            ports.put(UpOptions.variable(process), Integer.toString(FreePort.find()));
        }
    }

    @AfterEach
    void nothing_is_left_running() throws Exception {
        for (Process process : started) {
            process.destroy();
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        EarlierRun.stopAll(home.resolve("data"));
        assertThat(running()).isEmpty();
    }

    @Test
    void it_starts_everything_tells_how_to_use_it_and_stops_everything_when_told() throws Exception {
        Process up = up("--empty");
        awaitWords(up, "Ctrl-C stops everything");
        assertThat(said(up))
                .contains("All five services are ready")
                .contains("http://127.0.0.1:" + ports.get("SHEQU_GATEWAY_PORT"))
                .contains("finance-city")
                .contains("grant_type=password");
        assertThat(get("SHEQU_FUNDING_PORT"))
                .contains("SHEQU_DB_USER=funding_app")
                .contains("KAFKA_BOOTSTRAP_SERVERS=");
        assertThat(get("SHEQU_GATEWAY_PORT"))
                .contains("SHEQU_FUNDING_URL=http://127.0.0.1:" + ports.get("SHEQU_FUNDING_PORT"))
                .doesNotContain("SHEQU_DB_USER");
        assertThat(running()).hasSize(6);

        up.destroy();
        assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(running()).isEmpty();
        assertThat(ports.values()).allMatch(port -> FreePort.isFree(Integer.parseInt(port)));
    }

    @Test
    void a_service_or_postgresql_that_is_killed_is_started_again() throws Exception {
        Process up = up("--empty");
        awaitWords(up, "Ctrl-C stops everything");
        ProcessHandle funding = ServiceProcess.file(home.resolve("data"), SuiteService.FUNDING)
                .process()
                .orElseThrow();
        ProcessHandle postgres = EmbeddedPostgres.running(postgresDirectory()).orElseThrow();
        funding.destroyForcibly();
        postgres.destroyForcibly();

        awaitWords(up, "Service funding ended by itself");
        awaitWords(up, "PostgreSQL ended by itself");
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> get("SHEQU_FUNDING_PORT")
                .contains("funding_app"));
        Awaitility.await().atMost(PATIENCE).until(() -> EmbeddedPostgres.running(postgresDirectory())
                .filter(server -> !server.equals(postgres))
                .isPresent());
    }

    @Test
    void what_a_killed_launcher_left_is_cleared_away_by_the_next_one() throws Exception {
        Process killed = up("--empty");
        awaitWords(killed, "Ctrl-C stops everything");
        killed.destroyForcibly();
        assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running()).hasSize(6);

        Process next = up("--measure");
        assertThat(next.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(next.exitValue()).as(said(next)).isZero();
        assertThat(said(next))
                .contains("An earlier run was killed")
                .contains("funding (")
                .contains("PostgreSQL (")
                .containsPattern("all +\\d+\\.\\d +\\d+\\.\\d +\\d+");
        assertThat(running()).isEmpty();
    }

    @Test
    void training_leaves_beside_each_application_what_makes_its_next_start_quick() throws Exception {
        try (var taken = new ServerSocket(
                Integer.parseInt(ports.get("SHEQU_GATEWAY_PORT")), 1, InetAddress.getLoopbackAddress())) {
            Process training = up("--train");
            assertThat(training.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(training.exitValue()).as(said(training)).isZero();
            assertThat(running()).isEmpty();
            assertThat(taken.isBound()).as("a port of the suite").isTrue();
        }
        assertThat(SuiteService.values())
                .extracting(service -> ServiceProcess.application(home, service))
                .allSatisfy(
                        application -> assertThat(StartCache.file(application)).isNotEmptyFile());

        Process up = up("--empty");
        awaitWords(up, "Ctrl-C stops everything");
        Path application = ServiceProcess.application(home, SuiteService.FUNDING);
        assertThat(commandOf(SuiteService.FUNDING)).contains("-XX:AOTCache=" + StartCache.file(application));
    }

    @Test
    void a_cache_that_was_made_for_another_build_is_passed_over() throws Exception {
        for (SuiteService service : SuiteService.values()) {
            Files.writeString(StartCache.file(ServiceProcess.application(home, service)), "not for this build");
        }
        Process up = up("--empty");
        awaitWords(up, "Ctrl-C stops everything");
        assertThat(get("SHEQU_FUNDING_PORT")).contains("SHEQU_DB_USER=funding_app");
    }

    private String commandOf(SuiteService service) {
        ProcessHandle process =
                ServiceProcess.file(home.resolve("data"), service).process().orElseThrow();
        return String.join(" ", process.info().arguments().orElseThrow());
    }

    @Test
    void a_second_launcher_on_the_same_data_is_refused_and_stop_ends_the_first() throws Exception {
        Process first = up("--empty");
        awaitWords(first, "Ctrl-C stops everything");
        Process second = up("--empty");
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(said(second))
                .contains("already running (" + first.pid() + ")")
                .contains("./shequ stop");

        Process stop = up("--stop");
        assertThat(stop.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(said(stop)).contains("Stopped: launcher (" + first.pid() + ")");
        assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_taken_port_is_said_before_anything_is_started() throws Exception {
        try (var taken = new ServerSocket(
                Integer.parseInt(ports.get("SHEQU_ISSUER_PORT")), 1, InetAddress.getLoopbackAddress())) {
            Process up = up("--empty");
            assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(up.exitValue()).isEqualTo(2);
            assertThat(said(up)).contains("Port " + taken.getLocalPort() + " (OIDC) is taken");
            assertThat(running()).isEmpty();
        }
    }

    @Test
    void once_plays_the_main_flow_and_its_status_says_how_that_went() throws Exception {
        Process once = up("--once");
        assertThat(once.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(said(once)).contains("step 1: 200").doesNotContain("Ctrl-C");
        assertThat(once.exitValue()).as(said(once)).isZero();
        assertThat(running()).isEmpty();

        Files.createFile(home.resolve("the-flow-fails"));
        Process again = up("--once");
        assertThat(again.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(said(again)).contains("The main flow failed: step 1: expected 600, got 599.99");
        assertThat(again.exitValue()).isEqualTo(1);
        assertThat(running()).isEmpty();
    }

    @Test
    void the_main_flow_is_played_on_new_data_and_not_again_on_old() throws Exception {
        Process first = up("--data=" + home.resolve("data"));
        awaitWords(first, "Ctrl-C stops everything");
        assertThat(said(first)).contains("step 1: 200");
        first.destroy();
        assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        Process second = up("--data=" + home.resolve("data"));
        awaitWords(second, "Ctrl-C stops everything");
        assertThat(said(second)).doesNotContain("step 1");
    }

    /** Every process of the suite that runs on this data directory. */
    private List<ProcessHandle> running() {
        return Stream.concat(
                        Stream.of(SuiteService.values())
                                .map(service -> ServiceProcess.file(home.resolve("data"), service))
                                .flatMap(file -> file.process().stream()),
                        EmbeddedPostgres.running(postgresDirectory()).stream())
                .toList();
    }

    private Path postgresDirectory() {
        return Infrastructure.postgresDirectory(home.resolve("data"));
    }

    private Process up(String option) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Up.class.getName(),
                        "--home=" + home,
                        option)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said-" + started.size()).toFile());
        builder.environment().putAll(ports);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String said(Process process) throws IOException {
        return Files.readString(home.resolve("said-" + started.indexOf(process)));
    }

    private void awaitWords(Process process, String words) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            String said = said(process);
            assertThat(process.isAlive()).as(said).isTrue();
            return said.contains(words);
        });
    }

    private String get(String port) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(port)))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
