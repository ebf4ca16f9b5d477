package cn.shequ.gateway.passage;

import org.jspecify.annotations.Nullable;

/** The {@code Forwarded} header (RFC 7239) the services may believe, because only the gateway writes it. */
final class Forwarded {
    private Forwarded() {}

    static String header(String clientAddress, String scheme, @Nullable String host) {
        String header = "for=" + node(clientAddress) + ";proto=" + scheme;
        return host == null ? header : header + ";host=" + quoted(host);
    }

    private static String node(String address) {
        int zone = address.indexOf('%');
        String bare = zone < 0 ? address : address.substring(0, zone);
        return bare.indexOf(':') < 0 ? bare : quoted("[" + bare + "]");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
