package cn.shequ.gateway.fairuse;

import io.netty.util.NetUtil;

/** What counts as one address: an IPv4 address, or the /64 network an IPv6 subscriber has to itself. */
final class AddressKey {
    private static final int NETWORK_BYTES = 8;

    private AddressKey() {}

    static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length <= Integer.BYTES) {
            return address;
        }
        var network = new StringBuilder();
        for (int i = 0; i < NETWORK_BYTES; i++) {
            network.append("%02x".formatted(bytes[i]));
        }
        return network.append("/64").toString();
    }
}
