package cn.shequ.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about the gateway that an operator may set; the README has the table with the environment names. */
@ConfigMapping(prefix = "shequ.gateway")
public interface GatewaySettings {

    /** The services behind the door, by the name that stands in {@code /api/{service}}. */
    Map<String, ServiceSettings> services();

    /** A Keycloak without an address of its own: its pages and tokens come through this door. */
    IssuerSettings issuer();

    /** Origins whose pages may call, such as {@code https://portal.example}; the gateway's own always may. */
    Optional<List<String>> pagesOf();

    Limits limits();

    FairUse fairUse();

    Patience patience();

    Breaker breaker();

    /** How long a fetched OpenAPI document is served again before it is asked for anew. */
    @WithDefault("30s")
    Duration descriptionLifetime();

    /** Networks whose direct callers may read {@code /q/metrics}; everybody else gets 404. */
    @WithDefault("127.0.0.0/8,::1/128")
    List<String> operationsFrom();

    interface ServiceSettings extends Way {
        URI url();
    }

    interface IssuerSettings extends Way {
        /** None where the issuer is reached by itself; then its paths are nowhere here. */
        Optional<URI> url();
    }

    /** How requests are carried. */
    interface Way {
        /** From the last byte of the request to the first byte of the answer. */
        @WithDefault("30s")
        Duration timeout();

        /** Pooled connections; streams that stay open hold one each. */
        @WithDefault("64")
        int connections();

        /** Requests that may wait for a pooled connection; more are refused at once rather than queued for ever. */
        @WithDefault("256")
        int waiting();

        /** Routes that may take longer (or must be quicker), the first that matches counts. */
        List<RouteTimeout> routes();
    }

    interface RouteTimeout {
        /** Regular expression over the whole path behind {@code /api/{service}}. */
        String path();

        Duration timeout();
    }

    interface Limits {
        @WithDefault("10485760")
        long bodyBytes();

        /** Below the hard limit of the HTTP decoder, so that the refusal can be a problem with words in it. */
        @WithDefault("16384")
        int headerBytes();

        @WithDefault("8192")
        int targetBytes();
    }

    /** Token buckets: full at the start, refilled evenly, {@code requests} per {@code window}. */
    interface FairUse {
        @WithDefault("true")
        boolean enabled();

        Allowance caller();

        /** Larger than a caller's: a whole office may share one address. */
        Allowance address();

        /** Buckets kept in memory; the least used go first. */
        @WithDefault("20000")
        int remembered();
    }

    interface Allowance {
        int requests();

        Duration window();
    }

    interface Patience {
        @WithDefault("2s")
        Duration connecting();

        /** A client may pause this long within a request body. */
        @WithDefault("15s")
        Duration slowClient();

        /** A service may pause this long within an answer. */
        @WithDefault("60s")
        Duration slowAnswer();

        /** The same for server-sent events, where silence is normal between heartbeats. */
        @WithDefault("4m")
        Duration quietStream();
    }

    interface Breaker {
        /** Failures in a row, within the window, that open the breaker of a service. */
        @WithDefault("5")
        int failures();

        @WithDefault("10s")
        Duration window();

        /** After this long one request is let through to see whether the service is back. */
        @WithDefault("5s")
        Duration rest();
    }
}
