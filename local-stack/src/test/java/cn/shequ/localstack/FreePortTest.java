package cn.shequ.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void no_port_is_found_twice() {
        List<Integer> found =
                IntStream.range(0, 200).map(i -> FreePort.find()).boxed().toList();

        assertThat(found).doesNotHaveDuplicates();
    }

    @Test
    void a_found_port_lies_below_those_that_systems_hand_out_to_connections() {
        assertThat(FreePort.find()).isBetween(1024, 32_767);
    }

    @Test
    void a_port_somebody_listens_on_is_not_free() throws IOException {
        int port = FreePort.find();
        assertThat(FreePort.isFree(port)).isTrue();

        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
