package cn.shequ.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.gateway.surroundings.Surrounded;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventLoopsComponentTest extends Surrounded {

    /** Quarkus starts two in tests. */
    private static final int SERVERS = 2;

    /** What a server takes for itself while it starts. */
    private static final int TAKEN = 3;

    @Inject
    Vertx vertx;

    @Test
    void there_are_event_loops_to_spare() {
        assertThat(vertx.nettyEventLoopGroup())
                .hasSizeGreaterThan(Math.max(SERVERS, Runtime.getRuntime().availableProcessors()) + TAKEN);
    }
}
