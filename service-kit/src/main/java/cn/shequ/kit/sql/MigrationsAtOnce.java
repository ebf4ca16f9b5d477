package cn.shequ.kit.sql;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * All migrations as one transaction, where that is wanted: a new database gets its tables in half of the time, for
 * Flyway looks through all migrations again after each transaction. A database in use is better changed migration by
 * migration, for what one has locked is then free before the next begins.
 */
@Singleton
final class MigrationsAtOnce implements FlywayConfigurationCustomizer {

    private final boolean wanted;

    MigrationsAtOnce(@ConfigProperty(name = "shequ.migrations.at-once") boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        if (wanted) {
            // With the lock of a session Flyway needs no second connection, and its history is part of the transaction.
            configuration.group(true).configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
        }
    }
}
