package cn.shequ.gateway.door;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/**
 * Event loops to spare. The server of each core takes the next loop of all, in a circle, while the one before already takes
 * some for itself; with no more loops than servers two of them can get the same one, and a core serves nobody for as long as
 * the process runs.
 */
@Singleton
final class EventLoops implements VertxOptionsCustomizer {

    /** More than a server takes for itself while it starts (three), and whatever else starts beside it. */
    private static final int SPARE = 8;

    @Override
    public void accept(VertxOptions options) {
        options.setEventLoopPoolSize(options.getEventLoopPoolSize() + SPARE);
    }
}
