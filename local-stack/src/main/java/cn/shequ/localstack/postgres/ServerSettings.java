package cn.shequ.localstack.postgres;

import java.util.HashMap;
import java.util.Map;

/** What every PostgreSQL server of ours is told, in a container or not. */
final class ServerSettings {

    private ServerSettings() {}

    static Map<String, String> of(Sizing sizing) {
        Map<String, String> settings = new HashMap<>(sizing.settings());
        settings.put("max_connections", "200");
        settings.put("max_logical_replication_workers", "0");
        // The passwords are 256 random bits, which no slow hash makes harder to guess.
        settings.put("scram_iterations", "1");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        return settings;
    }
}
