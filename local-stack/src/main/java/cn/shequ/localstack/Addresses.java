package cn.shequ.localstack;

import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.issuer.TokenMint;
import cn.shequ.localstack.postgres.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where running infrastructure is to be found. Parts that do not run are null.
 *
 * @param databases the PostgreSQL server with its databases
 * @param kafka the broker's bootstrap address
 * @param issuer the OIDC issuer's URL
 * @param issuerKey the issuer's key file: with it, tests sign their own tokens
 */
public record Addresses(
        @Nullable Databases databases,
        @Nullable String kafka,
        @Nullable String issuer,
        @Nullable Path issuerKey) {

    /** Nothing runs yet. */
    public static final Addresses NONE = new Addresses(null, null, null, null);

    private static final String POSTGRES_PORT = "shequ.local.postgres-port";
    private static final String POSTGRES_SECRET = "shequ.local.postgres-secret";
    private static final String KAFKA = "shequ.local.kafka";
    private static final String ISSUER = "shequ.local.issuer";
    private static final String ISSUER_KEY = "shequ.local.issuer-key";

    /** An issuer of its own: nobody but it signs its tokens. */
    public static Addresses ofIssuer(String issuer) {
        return new Addresses(null, null, issuer, null);
    }

    /** The parts that are not to be found here. */
    public Set<Part> missing() {
        Set<Part> missing = EnumSet.noneOf(Part.class);
        if (databases == null) {
            missing.add(Part.POSTGRES);
        }
        if (kafka == null) {
            missing.add(Part.KAFKA);
        }
        if (issuer == null) {
            missing.add(Part.ISSUER);
        }
        return missing;
    }

    /** These addresses, with those of the other in the places that are empty here. */
    public Addresses and(Addresses other) {
        return new Addresses(
                databases != null ? databases : other.databases,
                kafka != null ? kafka : other.kafka,
                issuer != null ? issuer : other.issuer,
                issuerKey != null ? issuerKey : other.issuerKey);
    }

    public Databases requireDatabases() {
        return required(databases, "PostgreSQL");
    }

    /** The configuration of one service without a database, such as the gateway. */
    public Map<String, String> configuration() {
        Map<String, String> keys = new HashMap<>();
        if (kafka != null) {
            keys.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        }
        if (issuer != null) {
            keys.put("SHEQU_ISSUER", issuer);
        }
        return keys;
    }

    /** The configuration of one service; its database and roles are there when this returns. */
    public Map<String, String> configuration(String database) {
        try {
            requireDatabases().ensure(database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + database, e);
        }
        Map<String, String> keys = configuration();
        keys.putAll(requireDatabases().configuration(database));
        return keys;
    }

    /** Where services may keep files of their own; it lives as long as the databases do. */
    public Optional<Path> dataDirectory() {
        return Optional.ofNullable(issuerKey)
                .map(key -> key.toAbsolutePath().resolve("../../services").normalize());
    }

    /** Signs tokens as the running issuer does. */
    public TokenMint mint() {
        return mint(Clock.systemUTC());
    }

    /** Signs tokens as the issuer would at another time. */
    public TokenMint mint(Clock clock) {
        try {
            return TokenMint.open(required(issuer, "the issuer"), required(issuerKey, "the issuer"), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T required(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException(name + " does not run here");
        }
        return part;
    }

    Properties toProperties() {
        Properties properties = new Properties();
        if (databases != null) {
            properties.setProperty(POSTGRES_PORT, Integer.toString(databases.port()));
            properties.setProperty(POSTGRES_SECRET, databases.secret());
        }
        if (kafka != null) {
            properties.setProperty(KAFKA, kafka);
        }
        if (issuer != null && issuerKey != null) {
            properties.setProperty(ISSUER, issuer);
            properties.setProperty(ISSUER_KEY, issuerKey.toString());
        }
        return properties;
    }

    static Addresses of(Properties properties) {
        String port = properties.getProperty(POSTGRES_PORT);
        String secret = properties.getProperty(POSTGRES_SECRET);
        String key = properties.getProperty(ISSUER_KEY);
        return new Addresses(
                port == null || secret == null ? null : new Databases(Integer.parseInt(port), secret),
                properties.getProperty(KAFKA),
                properties.getProperty(ISSUER),
                key == null ? null : Path.of(key));
    }
}
