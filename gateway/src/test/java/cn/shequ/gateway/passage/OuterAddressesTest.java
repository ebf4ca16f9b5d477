package cn.shequ.gateway.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OuterAddressesTest {
    private final OuterAddresses addresses =
            new OuterAddresses("funding", List.of("http://10.0.0.7:8082", "https://city.example"));

    @Test
    void the_services_own_address_and_the_one_it_read_in_forwarded_lead_back_through_the_gateway() {
        assertThat(addresses.in("location", "http://10.0.0.7:8082/v1/funds/7")).isEqualTo("/api/funding/v1/funds/7");
        assertThat(addresses.in("location", "https://city.example/v1/funds/7")).isEqualTo("/api/funding/v1/funds/7");
        assertThat(addresses.in("location", "/v1/funds?x=%2F")).isEqualTo("/api/funding/v1/funds?x=%2F");
    }

    @Test
    void addresses_elsewhere_are_left_alone() {
        for (String elsewhere : List.of(
                "https://law.example/v1/x",
                "http://10.0.0.7:80820/v1/x",
                "https://city.example.evil/v1/x",
                "funds/7",
                "/q/health",
                "/v10/x")) {
            assertThat(addresses.in("location", elsewhere)).isEqualTo(elsewhere);
        }
    }

    @Test
    void every_target_in_a_link_header_is_led_back() {
        assertThat(addresses.in("link", "</v1/a>; rel=\"next\", </v1/b$1>; rel=\"prev\", <x>; rel=\"help\""))
                .isEqualTo("</api/funding/v1/a>; rel=\"next\", </api/funding/v1/b$1>; rel=\"prev\", <x>; rel=\"help\"");
    }
}
