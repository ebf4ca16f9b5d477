package cn.shequ.gateway.passage;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;

/** What of an answer's head the client gets to see. */
final class ResponseHeaders {
    private static final Set<String> ADDRESSES = Set.of("location", "content-location", "link");

    private ResponseHeaders() {}

    /** A header the service sets replaces the gateway's of the same name: the service knows its resource better. */
    static void copy(MultiMap from, MultiMap to, OuterAddresses addresses) {
        Set<String> endHere = Hop.headersOf(from);
        for (String name : from.names()) {
            String key = name.toLowerCase(Locale.ROOT);
            if (endHere.contains(key)) {
                continue;
            }
            if (key.equals("vary")) { // both parties' reasons to vary count
                to.add(name, from.getAll(name));
            } else if (ADDRESSES.contains(key)) {
                to.set(
                        name,
                        from.getAll(name).stream()
                                .map(value -> addresses.in(key, value))
                                .toList());
            } else {
                to.set(name, from.getAll(name));
            }
        }
    }
}
