package cn.shequ.gateway.surroundings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Listens in the place of a service and answers in no known protocol. */
public final class Babble implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread babbling;

    private Babble(int port) throws IOException {
        this.server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        this.babbling = Thread.ofVirtual().start(this::babble);
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
                socket.setSoTimeout(1_000);
                socket.getInputStream().read(new byte[1024]);
                socket.getOutputStream().write("%&/ babble babble\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // the next turn of the loop sees whether it was the server
            }
        }
    }

    /** The port is free only when nobody waits for a connection any more. */
    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        if (!babbling.join(Duration.ofSeconds(30))) {
            throw new IllegalStateException("still babbling");
        }
    }
}
