package cn.shequ.gateway.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class HopTest {

    @Test
    void headers_named_in_any_connection_header_end_here_whatever_their_case() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "close, X-One")
                .add("connection", " x-TWO ,");

        assertThat(Hop.headersOf(headers))
                .contains("x-one", "x-two", "connection", "te", "upgrade", "transfer-encoding");
    }

    @Test
    void what_the_service_relies_on_cannot_be_named_away() {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().add("Connection", "Authorization, Content-Length, Host, Forwarded");

        assertThat(Hop.headersOf(headers)).doesNotContain("authorization", "content-length", "host", "forwarded");
    }
}
