package cn.shequ.kit.probe;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says which thread serves the connection. */
@ApplicationScoped
class ProbeRoute {

    void open(@Observes Router router) {
        router.get("/event-loop")
                .handler(asked -> asked.end(Thread.currentThread().getName()));
    }
}
