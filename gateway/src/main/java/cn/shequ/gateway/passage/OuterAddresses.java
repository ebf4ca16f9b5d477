package cn.shequ.gateway.passage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a service's own addresses ({@code /v1/tasks/7}) into those that work from outside
 * ({@code /api/admission/v1/tasks/7}), in {@code Location}, {@code Content-Location} and {@code Link}.
 *
 * @param origins how the service may call itself: by its own address, or by the one it read in {@code Forwarded}
 */
record OuterAddresses(String service, List<String> origins) {
    private static final Pattern LINK_TARGET = Pattern.compile("<([^>]*)>");

    String in(String header, String value) {
        if (!header.equals("link")) {
            return outer(value);
        }
        return LINK_TARGET
                .matcher(value)
                .replaceAll(link -> Matcher.quoteReplacement("<" + outer(link.group(1)) + ">"));
    }

    private String outer(String address) {
        String path = origins.stream()
                .filter(origin -> address.startsWith(origin + "/"))
                .findFirst()
                .map(origin -> address.substring(origin.length()))
                .orElse(address);
        return path.startsWith("/v1/") || path.equals("/v1") ? "/api/" + service + path : address;
    }
}
