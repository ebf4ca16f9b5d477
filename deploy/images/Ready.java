import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the service of this container whether it is ready, and ends with 0 when it is. The image has no other client, and
 * a plain socket needs a fifth of the classes that the JDK's HTTP client does: this runs every few seconds.
 */
final class Ready {
    private static final int PATIENCE_MILLIS = 4_000;

    private Ready() {}

    public static void main(String[] none) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("SHEQU_HTTP_PORT", "8080"));
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write("GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 200") && !answer.startsWith("HTTP/1.0 200")) {
                // Kept by the engine: docker inspect shows which check is down.
                System.out.println(answer);
                System.exit(1);
            }
        }
    }
}
