package cn.shequ.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * HTTP/1.1 over one kept connection, and nothing else: on two cores a general client would cost as much as the service.
 * Every request is a real one, with its own token, key and body; the answer is read whole.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    /** @param headers of every request, each line with its end */
    public HttpConnection(URI service, String headers) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), TIMEOUT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        head = "Host: " + service.getAuthority() + "\r\n" + headers;
    }

    /** @param body the answer's, when it is of a known length */
    public record Answer(int status, byte[] body) {

        public String text() {
            return new String(body, UTF_8);
        }
    }

    /** @param headers of this request, each line with its end */
    public Answer send(String method, String path, String headers, String body) throws IOException {
        ask(method, path, headers, body);
        return answer();
    }

    /** Sends a request whose {@link #answer} is read later, and nothing else before. */
    public void ask(String method, String path, String headers, String body) throws IOException {
        byte[] content = body.getBytes(UTF_8);
        byte[] start = (method + ' ' + path + " HTTP/1.1\r\n" + head + headers + "Content-Length: " + content.length
                        + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        out.write(request);
    }

    /** Whether something of the answer has arrived. */
    public boolean isAnswered() throws IOException {
        return position < filled || in.available() > 0;
    }

    /**
     * Asks for something long and keeps nothing of it.
     *
     * @return how many bytes it has
     */
    public long download(String path) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\n" + head + "\r\n").getBytes(US_ASCII));
        String status = new String(line(), US_ASCII);
        boolean chunked = false;
        for (byte[] line = line(); line.length > 0; line = line()) {
            chunked |= isChunked(line);
        }
        if (!status.contains(" 200 ") || !chunked) {
            throw new IOException("not a stream: " + status);
        }
        return chunks(OutputStream.nullOutputStream());
    }

    /** @return how many bytes all chunks together have */
    private long chunks(OutputStream kept) throws IOException {
        long bytes = 0;
        for (int chunk = chunkSize(); chunk > 0; chunk = chunkSize()) {
            bytes += chunk;
            for (int left = chunk; left > 0; ) {
                int part = take(left);
                kept.write(buffer, position - part, part);
                left -= part;
            }
            line();
        }
        line();
        return bytes;
    }

    private static boolean isChunked(byte[] line) {
        return line.length == CHUNKED.length() && new String(line, US_ASCII).equalsIgnoreCase(CHUNKED);
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(new String(line(), US_ASCII), 16);
    }

    /** Waits for the answer to what was asked last, and reads it whole. */
    public Answer answer() throws IOException {
        byte[] line = line();
        int status = Integer.parseInt(new String(line, 9, 3, US_ASCII));
        int length = 0;
        boolean chunked = false;
        for (line = line(); line.length > 0; line = line()) {
            chunked |= isChunked(line);
            if (isLength(line)) {
                length = Integer.parseInt(
                        new String(line, LENGTH.length, line.length - LENGTH.length, US_ASCII).strip());
            }
        }
        if (chunked) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            chunks(body);
            return new Answer(status, body.toByteArray());
        }
        byte[] body = new byte[length];
        for (int read = 0; read < length; ) {
            int part = take(length - read);
            System.arraycopy(buffer, position - part, body, read, part);
            read += part;
        }
        return new Answer(status, body);
    }

    /**
     * Moves on by as much as has arrived, and waits for something when nothing has.
     *
     * @return how many bytes, at most the limit; they end at {@link #position}
     */
    private int take(int limit) throws IOException {
        if (position == filled) {
            fill();
        }
        int part = Math.min(limit, filled - position);
        position += part;
        return part;
    }

    private static boolean isLength(byte[] line) {
        if (line.length < LENGTH.length) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if ((line[i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** Without its end. */
    private byte[] line() throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        while (true) {
            if (position == filled) {
                fill();
            }
            byte next = buffer[position++];
            if (next == '\n') {
                return java.util.Arrays.copyOf(line, length);
            }
            if (next != '\r') {
                if (length == line.length) {
                    line = java.util.Arrays.copyOf(line, 2 * length);
                }
                line[length++] = next;
            }
        }
    }

    private void fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        if (filled == 0) {
            throw new EOFException("the service closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
