package cn.shequ.localstack.postgres;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.container.LoopbackContainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;

/** The official image of PostgreSQL, in a container with its data. */
public final class ContainerPostgres implements PostgresServer {

    private static final String IMAGE = "postgres:18";
    private static final int PORT = 5432;

    private final LoopbackContainer container;
    private final Databases databases;

    private ContainerPostgres(LoopbackContainer container, Databases databases) {
        this.container = container;
        this.databases = databases;
    }

    /** @param port 0 takes a free one */
    public static ContainerPostgres start(int port, Sizing sizing) throws IOException {
        // The data go with the container, and nobody needs the passwords after that.
        Databases databases = new Databases(
                port == 0 ? FreePort.find() : port, UUID.randomUUID().toString());
        GenericContainer<?> image = new GenericContainer<>(IMAGE)
                .withEnv("POSTGRES_PASSWORD", databases.passwordOf("postgres"))
                // The same sort order and case rules as in the embedded server.
                .withEnv(
                        "POSTGRES_INITDB_ARGS",
                        "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCommand(command(sizing).toArray(String[]::new));
        LoopbackContainer container = LoopbackContainer.start(image, databases.port(), PORT, () -> databases
                .asSuperuser("postgres")
                .close());
        return new ContainerPostgres(container, databases);
    }

    private static List<String> command(Sizing sizing) {
        List<String> command = new ArrayList<>(List.of("postgres"));
        ServerSettings.of(sizing).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    @Override
    public Databases databases() {
        return databases;
    }

    /** For tests that kill it. */
    public LoopbackContainer container() {
        return container;
    }

    @Override
    public void close() {
        container.close();
    }
}
