package cn.shequ.gateway.surroundings;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;

/** An ordinary client of the gateway. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Client() {}

    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }

    public static HttpResponse<String> get(String path, String... headers) {
        return send(
                path,
                request -> headers.length == 0 ? request.GET() : request.GET().headers(headers));
    }

    public static HttpResponse<String> post(String path, String body, String... headers) {
        return send(path, request -> {
            request.POST(BodyPublishers.ofString(body));
            return headers.length == 0 ? request : request.headers(headers);
        });
    }

    public static HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> shape) {
        return send(path, shape, BodyHandlers.ofString());
    }

    public static <T> HttpResponse<T> send(
            String path, UnaryOperator<HttpRequest.Builder> shape, HttpResponse.BodyHandler<T> body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
        try {
            return HTTP.send(shape.apply(request).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonObject problem(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }
}
