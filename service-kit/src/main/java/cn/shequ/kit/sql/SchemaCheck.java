package cn.shequ.kit.sql;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Stops the start of a service that leaves migrating to another process, when that has not run. Migrations that are
 * newer than the service do not matter: an upgrade makes them while the old release still serves.
 */
@Singleton
final class SchemaCheck {

    private final Flyway flyway;
    private final DataSource database;
    private final boolean migratedHere;

    /**
     * @param flyway knows the migrations of this release; its role is the owner, whose password may be missing here
     * @param database as the service itself sees it
     */
    SchemaCheck(
            Flyway flyway,
            DataSource database,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migratedHere) {
        this.flyway = flyway;
        this.database = database;
        this.migratedHere = migratedHere;
    }

    /** Before any worker or schedule begins. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        if (!migratedHere) {
            requireMigrated();
        }
    }

    void requireMigrated() {
        MigrationInfo[] missing = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(database)
                .load()
                .info()
                .pending();
        if (missing.length > 0) {
            throw new IllegalStateException("The database lacks migrations of this release: "
                    + Arrays.stream(missing)
                            .map(migration -> migration.getVersion() + " (" + migration.getDescription() + ")")
                            .collect(Collectors.joining(", "))
                    + ". Let it be migrated first (QUARKUS_INIT_AND_EXIT=true, with the owner's role), or here"
                    + " (SHEQU_MIGRATE_AT_START=true).");
        }
    }
}
