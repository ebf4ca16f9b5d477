package cn.shequ.localstack.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** What a PostgreSQL server is for: how much memory it may take, and whether it waits for the disk. */
public enum Sizing {
    /** Data that nobody misses: no commit waits for the disk. */
    TESTS(false),
    /** All on an ordinary notebook, with every commit on the disk: a ledger must not lie. */
    NOTEBOOK(true),
    /** The machine is the database's, as an operator sets it up: a quarter of the memory, checkpoints minutes apart. */
    SERVER(true);

    private static final int PART_OF_MEMORY = 4;

    private final boolean durable;

    Sizing(boolean durable) {
        this.durable = durable;
    }

    Map<String, String> settings() {
        String onlyWhenDurable = durable ? "on" : "off";
        Map<String, String> settings = new HashMap<>();
        settings.put("fsync", onlyWhenDurable);
        settings.put("synchronous_commit", onlyWhenDurable);
        settings.put("full_page_writes", onlyWhenDurable);
        settings.put("shared_buffers", this == SERVER ? partOfMemory() : "48MB");
        settings.put("max_wal_size", this == SERVER ? "8GB" : "256MB");
        if (this == SERVER) {
            settings.put("maintenance_work_mem", "512MB");
        }
        return settings;
    }

    private static String partOfMemory() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (system.getTotalMemorySize() / PART_OF_MEMORY >> 20) + "MB";
    }
}
