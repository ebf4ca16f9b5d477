package cn.shequ.kit.sql;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections that workers keep for as long as they run, so that requests never compete with them for the pool. */
@Singleton
public class UnpooledConnections {
    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 60;

    private final String url;
    private final String user;
    private final @Nullable String password;

    UnpooledConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password.orElse(null);
    }

    /** @param purpose as the server shows it */
    public Connection open(String purpose) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("shequ-" + purpose);
        source.setOptions("-c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        return source.getConnection();
    }
}
