package cn.shequ.gateway.door;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Who may read the gateway's own metrics: only those who connect directly from an operations network. Health says no
 * more than up or down and is open, as load balancers ask it.
 */
final class Operations {
    private final List<IpSubnetFilterRule> networks;

    Operations(List<String> networks) {
        this.networks = networks.stream().map(Operations::rule).toList();
    }

    /** @param path as the router reads it: decoded where that changes nothing, and without double slashes */
    boolean hides(HttpServerRequest request, String path) {
        if (!path.startsWith("/q/") && !path.equals("/q")) {
            return false;
        }
        return !path.startsWith("/q/health") && !isDirectFromNetwork(request);
    }

    private boolean isDirectFromNetwork(HttpServerRequest request) {
        boolean relayed =
                request.headers().contains("Forwarded") || request.headers().contains("X-Forwarded-For");
        byte[] address = NetUtil.createByteArrayFromIpAddressString(
                request.remoteAddress().hostAddress());
        if (relayed || address == null) {
            return false;
        }
        try {
            var remote = new InetSocketAddress(InetAddress.getByAddress(address), 0);
            return networks.stream().anyMatch(network -> network.matches(remote));
        } catch (UnknownHostException impossible) {
            return false;
        }
    }

    private static IpSubnetFilterRule rule(String network) {
        int slash = network.indexOf('/');
        return new IpSubnetFilterRule(
                network.substring(0, slash), Integer.parseInt(network.substring(slash + 1)), IpFilterRuleType.ACCEPT);
    }
}
