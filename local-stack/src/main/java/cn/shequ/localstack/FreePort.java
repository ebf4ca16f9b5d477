package cn.shequ.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class FreePort {

    /**
     * Below what every system hands out by itself (from 32768 on Linux, from 49152 elsewhere): a port found here is not
     * taken by the next outgoing connection before a server gets to listen on it.
     */
    private static final int FIRST = 10_000;

    private static final int END = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** A port nobody listens on now, another one each time; by chance, so that processes side by side rarely meet. */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && FOUND.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port of 127.0.0.1 between " + FIRST + " and " + END + " is free");
    }

    /** True when a server could listen there now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
