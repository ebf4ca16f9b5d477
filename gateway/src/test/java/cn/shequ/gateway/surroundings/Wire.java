package cn.shequ.gateway.surroundings;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A bare connection to the gateway, for what no well-behaved client library would send. */
public final class Wire implements Closeable {
    private final Socket socket;
    private final BufferedInputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static Wire open() throws IOException {
        var socket = new Socket("127.0.0.1", Client.port());
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return new Wire(socket);
    }

    public Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    public String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed after: " + line);
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    /** Status line and headers. */
    public String head() throws IOException {
        var head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** Everything up to the end of the connection, however it ends. */
    public String rest() throws IOException {
        var rest = new StringBuilder();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                rest.append((char) b);
            }
        } catch (SocketException reset) {
            rest.append("[reset]");
        }
        return rest.toString();
    }

    /** One request whose path is sent as it is. */
    public static String exchange(String request) throws IOException {
        try (Wire wire = open()) {
            return wire.send(request).rest();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
