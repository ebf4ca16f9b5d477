package cn.shequ.kit.sql;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * All migrations of an upgrade are one transaction: a database is as the last release left it, or as this one needs
 * it, and never between. It is also quicker, for Flyway looks through all migrations again after each transaction.
 */
@Singleton
final class OneMigration implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.group(true);
    }
}
