package cn.shequ.gateway.routing;

import cn.shequ.gateway.GatewaySettings.RouteTimeout;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** How long the routes of one service may take to begin their answer. */
public final class Timeouts {
    private record Rule(Pattern path, Duration timeout) {}

    private final List<Rule> rules;
    private final Duration otherwise;

    public Timeouts(List<RouteTimeout> routes, Duration otherwise) {
        this.rules = routes.stream()
                .map(route -> new Rule(Pattern.compile(route.path()), route.timeout()))
                .toList();
        this.otherwise = otherwise;
    }

    /** Judged on the path alone; a query cannot buy time. */
    public Duration of(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return rules.stream()
                .filter(rule -> rule.path().matcher(path).matches())
                .map(Rule::timeout)
                .findFirst()
                .orElse(otherwise);
    }
}
