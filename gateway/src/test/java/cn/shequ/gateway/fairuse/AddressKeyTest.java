package cn.shequ.gateway.fairuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressKeyTest {

    @Test
    void every_ipv4_address_is_a_key_of_its_own() {
        assertThat(AddressKey.of("10.1.2.3")).isEqualTo("10.1.2.3");
        assertThat(AddressKey.of("10.1.2.3")).isNotEqualTo(AddressKey.of("10.1.2.4"));
    }

    @Test
    void all_addresses_of_one_ipv6_network_share_a_key() {
        assertThat(AddressKey.of("2001:db8:1:2::1")).isEqualTo(AddressKey.of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertThat(AddressKey.of("2001:db8:1:2::1")).isNotEqualTo(AddressKey.of("2001:db8:1:3::1"));
    }
}
