package cn.shequ.localstack.up;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The smallest program that behaves like a service to its launcher: it takes its port from the environment, says
 * when it is ready and answers with its configuration. It stands in for the five services where the launcher itself
 * is tested, which is built before them.
 */
public final class TinyService {

    private TinyService() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("tiny service speaks");
        int port = Integer.parseInt(System.getenv("SHEQU_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", http -> {
            byte[] body = System.getenv().toString().getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
            http.close();
        });
        server.start();
    }

    /** Puts it where the built services of a source tree are. */
    static void installAsAllServices(Path home) throws IOException {
        for (SuiteService service : SuiteService.values()) {
            Path jar = ServiceProcess.application(home, service);
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(file, manifest)) {
                String name = TinyService.class.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                entries.write(TinyService.class
                        .getClassLoader()
                        .getResourceAsStream(name)
                        .readAllBytes());
                entries.closeEntry();
            }
        }
    }
}
