package cn.shequ.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class EventLoopsComponentTest {

    /** Quarkus starts two in tests. */
    private static final int SERVERS = 2;

    private static final int CONNECTIONS = 8;

    @Inject
    Vertx vertx;

    @TestHTTPResource("/event-loop")
    URI eventLoop;

    @Test
    void connections_are_served_by_as_many_event_loops_as_there_are_servers() throws Exception {
        Set<String> loops = new HashSet<>();
        List<HttpClient> open = new ArrayList<>();
        try {
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
                open.add(client);
                HttpRequest request = HttpRequest.newBuilder(eventLoop)
                        .timeout(Duration.ofSeconds(10))
                        .build();
                loops.add(client.send(request, BodyHandlers.ofString()).body());
            }
        } finally {
            open.forEach(HttpClient::close);
        }
        assertThat(loops).hasSize(SERVERS).allMatch(name -> name.startsWith("vert.x-eventloop"));
    }

    /** What the other test sees is a matter of luck without them. */
    @Test
    void there_are_event_loops_to_spare() {
        assertThat(vertx.nettyEventLoopGroup())
                .hasSizeGreaterThan(Math.max(SERVERS, Runtime.getRuntime().availableProcessors()) + 3);
    }
}
