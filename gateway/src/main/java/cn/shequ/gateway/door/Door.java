package cn.shequ.gateway.door;

import cn.shequ.gateway.GatewaySettings;
import cn.shequ.gateway.fairuse.FairUse;
import cn.shequ.gateway.identity.TokenCheck;
import cn.shequ.gateway.passage.Passages;
import cn.shequ.gateway.passage.ServiceClient;
import cn.shequ.gateway.passage.ServiceClients;
import cn.shequ.gateway.problem.Problem;
import cn.shequ.gateway.problem.ProblemAnswer;
import cn.shequ.gateway.problem.ProblemCode;
import cn.shequ.gateway.routing.RawPath;
import cn.shequ.gateway.routing.RequestTarget;
import cn.shequ.gateway.routing.RequestTarget.Malformed;
import cn.shequ.gateway.routing.RequestTarget.OfIssuer;
import cn.shequ.gateway.routing.RequestTarget.OfService;
import cn.shequ.gateway.routing.RequestTarget.Other;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checks in the order in which a request meets them: the page it comes from, size of its head, a path everyone reads alike, the address's
 * share, the token, the caller's share; then the passage. Cheap checks come first.
 */
@ApplicationScoped
public class Door {
    /** Before CORS (-300), which would refuse a foreign page without a word. */
    private static final int FIRST = -350;

    /** After CORS, so that a page may read our refusals; before authentication (-200). */
    private static final int CHECKS = -250;

    private static final Set<HttpMethod> NEVER = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);

    private final Origins origins;
    private final Limits limits;
    private final Operations operations;
    private final FairUse fairUse;
    private final TokenCheck tokens;
    private final ServiceClients services;
    private final Passages passages;

    Door(GatewaySettings settings, FairUse fairUse, TokenCheck tokens, ServiceClients services, Passages passages) {
        this.origins = new Origins(settings.pagesOf().orElse(List.of()));
        this.limits = new Limits(settings.limits());
        this.operations = new Operations(settings.operationsFrom());
        this.fairUse = fairUse;
        this.tokens = tokens;
        this.services = services;
        this.passages = passages;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::greet).failureHandler(Failures::answer);
        router.route().order(CHECKS).handler(this::check);
        router.route("/api/*").order(0).handler(this::pass);
        router.route().order(Integer.MAX_VALUE).handler(Failures::nothingHere);
    }

    private void greet(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<ServiceClient> issuer = services.issuer();
        if (issuer.isPresent() && RequestTarget.of(RawPath.of(request), request.query()) instanceof OfIssuer target) {
            refusal(context)
                    .ifPresentOrElse(
                            refusal -> ProblemAnswer.send(request, refusal),
                            () -> passToIssuer(context, issuer.get(), target));
            return;
        }
        SecurityHeaders.set(RawPath.of(request), request.response().headers());
        origins.refusal(request).ifPresentOrElse(refusal -> ProblemAnswer.send(request, refusal), context::next);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        refusal(context).ifPresentOrElse(refusal -> ProblemAnswer.send(request, refusal), context::next);
    }

    private Optional<Problem> refusal(RoutingContext context) {
        HttpServerRequest request = context.request();
        return limits.refusal(request)
                .or(() -> refusalOfTarget(context))
                .or(() -> isHealth(request) ? Optional.empty() : fairUse.refusalForAddress(request));
    }

    private Optional<Problem> refusalOfTarget(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (NEVER.contains(request.method())) {
            return Optional.of(Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
                    .with("method", request.method().name()));
        }
        if (RequestTarget.of(RawPath.of(request), request.query()) instanceof Malformed) {
            return Optional.of(Problem.of(ProblemCode.MALFORMED_TARGET));
        }
        if (operations.hides(request, context.normalizedPath())) {
            return Optional.of(Problem.of(ProblemCode.NOT_FOUND).with("path", RawPath.of(request)));
        }
        return Optional.empty();
    }

    /**
     * The issuer itself judges which pages may ask it and who somebody is, and says which of its pages may be framed:
     * a sign-in form that a browser sends comes without its origin.
     */
    private void passToIssuer(RoutingContext context, ServiceClient issuer, OfIssuer target) {
        context.request().pause();
        passages.begin(context, issuer, target.uri());
    }

    private void pass(RoutingContext context) {
        switch (RequestTarget.of(
                RawPath.of(context.request()), context.request().query())) {
            case OfService target -> pass(context, target);
            case OfIssuer nowhereBelowApi -> context.next();
            case Other other -> context.next();
            case Malformed malformed -> ProblemAnswer.send(context.request(), Problem.of(ProblemCode.MALFORMED_TARGET));
        }
    }

    private void pass(RoutingContext context, OfService target) {
        HttpServerRequest request = context.request();
        Optional<ServiceClient> service = services.named(target.service());
        if (service.isEmpty()) {
            ProblemAnswer.send(request, Problem.of(ProblemCode.NOT_FOUND).with("path", RawPath.of(request)));
            return;
        }
        request.pause(); // nothing of the body may be lost while the token is checked
        tokens.callerOf(context)
                .onFailure(failure -> ProblemAnswer.send(request, TokenCheck.refusal(failure)))
                .onSuccess(caller -> caller.flatMap(key -> fairUse.refusalForCaller(key, request))
                        .ifPresentOrElse(
                                refusal -> ProblemAnswer.send(request, refusal),
                                () -> passages.begin(context, service.get(), target.uri())));
    }

    private static boolean isHealth(HttpServerRequest request) {
        return RawPath.of(request).startsWith("/q/health");
    }
}
