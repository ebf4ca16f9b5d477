package cn.shequ.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The one infrastructure of a test JVM: started when first asked for, gone when the JVM is.
 *
 * <p>Its addresses are kept in system properties because Quarkus loads test classes in several class loaders of
 * one JVM, and each has its own statics.
 */
public final class TestInfrastructure {

    private static final String STARTED = "shequ.local.started";

    private TestInfrastructure() {}

    public static Addresses addresses() {
        Properties shared = System.getProperties();
        synchronized (shared) {
            if (shared.getProperty(STARTED) == null) {
                Addresses addresses = start();
                addresses.toProperties().forEach((name, value) -> shared.setProperty((String) name, (String) value));
                shared.setProperty(STARTED, "true");
            }
            return Addresses.of(shared);
        }
    }

    private static Addresses start() {
        try {
            Path data = Files.createTempDirectory("shequ-test-");
            InfrastructureProcess process = InfrastructureProcess.start(Infrastructure.Options.forTests(data));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(process, data)));
            return process.addresses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(InfrastructureProcess process, Path data) {
        process.close();
        try {
            Directories.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary data stays in " + data, e);
        }
    }
}
