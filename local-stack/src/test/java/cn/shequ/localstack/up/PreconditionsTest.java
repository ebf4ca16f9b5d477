package cn.shequ.localstack.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {

    private static final Machine ROOMY = () -> 4_000;

    @TempDir
    Path home;

    private final Speech english = new Told().inEnglish();
    private final Map<String, String> ports = new HashMap<>();

    @BeforeEach
    void every_process_has_a_free_port() {
        for (String process :
                List.of("GATEWAY", "FACILITIES", "FUNDING", "ADMISSION", "WORKFORCE", "ISSUER", "POSTGRES", "KAFKA")) {
            ports.put(UpOptions.variable(process), Integer.toString(FreePort.find()));
        }
    }

    @Test
    void nothing_stands_in_the_way_of_a_built_suite_on_a_free_machine() throws Exception {
        TinyService.installAsAllServices(home);
        assertThatCode(() -> Preconditions.check(options(), english, ROOMY)).doesNotThrowAnyException();
    }

    @Test
    void a_service_that_is_not_built_is_named() {
        assertThatThrownBy(() -> Preconditions.check(options(), english, ROOMY))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("gateway is not built");
    }

    @Test
    void all_taken_ports_are_named_with_the_process_that_wants_them_and_the_way_out() throws Exception {
        TinyService.installAsAllServices(home);
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.put("SHEQU_FUNDING_PORT", Integer.toString(first.getLocalPort()));
            ports.put("SHEQU_KAFKA_PORT", Integer.toString(second.getLocalPort()));
            assertThatThrownBy(() -> Preconditions.check(options(), english, ROOMY))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + first.getLocalPort() + " (funding) is taken")
                    .hasMessageContaining("SHEQU_FUNDING_PORT=")
                    .hasMessageContaining("Port " + second.getLocalPort() + " (Kafka) is taken")
                    .hasMessageContaining("SHEQU_KAFKA_PORT=");
            assertThatThrownBy(() -> Preconditions.check(options(), new Told().inChinese(), ROOMY))
                    .hasMessageContaining("端口 " + first.getLocalPort() + "（经费）已被别的程序占用");
        }
    }

    @Test
    void short_memory_is_said_with_both_figures() throws Exception {
        TinyService.installAsAllServices(home);
        assertThatThrownBy(() -> Preconditions.check(options(), english, () -> 1_599))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("1600 MB are needed")
                .hasMessageContaining("1599 MB are available");
        assertThatCode(() -> Preconditions.check(options(), english, () -> 1_600))
                .doesNotThrowAnyException();
    }

    private UpOptions options() throws CannotStart {
        return UpOptions.parse(List.of("--home=" + home), ports);
    }
}
