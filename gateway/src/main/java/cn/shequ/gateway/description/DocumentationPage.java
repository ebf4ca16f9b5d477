package cn.shequ.gateway.description;

import cn.shequ.gateway.routing.RawPath;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leads {@code /api/docs} to the page's folder: its relative links need the slash. */
@ApplicationScoped
class DocumentationPage {

    void open(@Observes Router router) {
        router.get("/api/docs").handler(context -> {
            if (RawPath.of(context.request()).endsWith("/")) {
                context.next();
            } else {
                context.redirect("/api/docs/");
            }
        });
    }
}
