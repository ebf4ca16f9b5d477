package cn.shequ.acceptance.deploy;

import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a running service tells Prometheus. */
final class Metrics {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Metrics() {}

    static String of(KillableSuite suite, SuiteService service) {
        HttpRequest request = HttpRequest.newBuilder(
                        suite.services().uri(service).resolve("/q/metrics"))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
