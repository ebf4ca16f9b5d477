package cn.shequ.gateway.passage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForwardedTest {

    @Test
    void an_ipv4_address_stands_as_it_is() {
        assertThat(Forwarded.header("10.1.2.3", "https", "city.example"))
                .isEqualTo("for=10.1.2.3;proto=https;host=\"city.example\"");
    }

    @Test
    void an_ipv6_address_is_bracketed_and_quoted_and_loses_its_zone() {
        assertThat(Forwarded.header("fe80::1%eth0", "http", "[::1]:8080"))
                .isEqualTo("for=\"[fe80::1]\";proto=http;host=\"[::1]:8080\"");
    }

    @Test
    void a_host_cannot_break_out_of_its_quotes() {
        assertThat(Forwarded.header("10.1.2.3", "http", "a\";for=\"6.6.6.6\\"))
                .isEqualTo("for=10.1.2.3;proto=http;host=\"a\\\";for=\\\"6.6.6.6\\\\\"");
    }

    @Test
    void a_request_without_a_host_says_none() {
        assertThat(Forwarded.header("10.1.2.3", "http", null)).isEqualTo("for=10.1.2.3;proto=http");
    }
}
