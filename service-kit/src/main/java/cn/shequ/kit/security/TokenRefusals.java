package cn.shequ.kit.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Leaves it to the operation to answer a refused token, where its path is known. Quarkus does the same a little later, but
 * finds out before for every request, by a tree of all paths that it builds anew each time, under which path it would be
 * counted if its token were refused.
 */
@Singleton
class TokenRefusals {

    /** As that of Quarkus' own authentication, which comes first for having been registered first. */
    private static final int AFTER_AUTHENTICATION = 200;

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
                    request.next();
                },
                AFTER_AUTHENTICATION);
    }
}
