package cn.shequ.gateway.surroundings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Listens in the place of a service and answers in no known protocol. */
public final class Babble implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    private Babble(int port) throws IOException {
        this.server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::babble);
    }

    public static Babble inPlaceOf(String service) throws IOException {
        var url = ConfigProvider.getConfig().getValue("shequ.gateway.services." + service + ".url", URI.class);
        return new Babble(url.getPort());
    }

    public int connections() {
        return connections.get();
    }

    private void babble() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                connections.incrementAndGet();
                socket.getInputStream().read(new byte[1024]);
                socket.getOutputStream().write("%&/ babble babble\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // the next turn of the loop sees whether it was the server
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
