package cn.shequ.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.surroundings.Client;
import cn.shequ.gateway.surroundings.Surrounded;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that speak HTTP/2 get the same; the services are spoken to in HTTP/1.1. */
@QuarkusTest
class Http2ComponentTest extends Surrounded {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    @AfterEach
    void leave() {
        http.close();
    }

    @Test
    void a_body_of_unknown_length_passes() throws Exception {
        funding.answers(request -> {
            request.response()
                    .setChunked(true)
                    .putHeader("X-Length", String.valueOf(request.getHeader("Content-Length")));
            request.pipeTo(request.response());
        });
        send(
                "/api/funding/v1/first-switches-the-protocol",
                HttpRequest.newBuilder().GET());
        byte[] body = new byte[300_000];

        var answer = send(
                "/api/funding/v1/echo",
                HttpRequest.newBuilder().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Length")).hasValue("null");
        assertThat(answer.body()).hasSize(body.length);
    }

    @Test
    void refusals_are_the_same_problems_and_the_connection_lives_on() throws Exception {
        send(
                "/api/funding/v1/first-switches-the-protocol",
                HttpRequest.newBuilder().GET());

        var down = send("/api/facilities/v1/x", HttpRequest.newBuilder().GET());
        var nowhere = send("/nowhere", HttpRequest.newBuilder().POST(BodyPublishers.ofString("unread")));
        var fine = send("/api/funding/v1/x", HttpRequest.newBuilder().GET());

        assertThat(down.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(new JsonObject(down.body()).getString("code")).isEqualTo("service-unavailable");
        assertThat(new JsonObject(nowhere.body()).getString("code")).isEqualTo("not-found");
        assertThat(fine.statusCode()).isEqualTo(200);
    }

    @Test
    void the_connection_to_the_service_serves_one_request_after_the_other() throws Exception {
        Set<SocketAddress> connections = ConcurrentHashMap.newKeySet();
        funding.answers(request -> {
            connections.add(request.remoteAddress());
            request.response().end();
        });

        for (int request = 0; request < 10; request++) {
            send("/api/funding/v1/x", HttpRequest.newBuilder().GET());
            send("/api/funding/v1/x", HttpRequest.newBuilder().POST(BodyPublishers.ofString("{}")));
        }

        assertThat(connections).hasSize(1);
    }

    private HttpResponse<String> send(String path, HttpRequest.Builder request) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + Client.port() + path);
        return http.send(request.uri(uri).timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }
}
