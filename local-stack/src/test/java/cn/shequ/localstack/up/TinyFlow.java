package cn.shequ.localstack.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;

/** A flow of one step, for tests of when the launcher plays one: it asks the gateway and says so. */
public final class TinyFlow implements MainFlow {

    @Override
    public void play(Stage stage) throws MainFlowFailed {
        if (Files.exists(stage.home().resolve("the-flow-fails"))) {
            throw new MainFlowFailed("step 1: expected 600, got 599.99");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(stage.gateway() + "/api/me"))
                .timeout(Duration.ofSeconds(60))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            stage.speech()
                    .print("step 1: "
                            + http.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException | InterruptedException e) {
            throw new MainFlowFailed("step 1", e);
        }
    }
}
