package cn.shequ.localstack.up;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The five services, in the order in which a list of them reads best. */
public enum SuiteService {
    GATEWAY("gateway", 8080, "网关"),
    FACILITIES("facilities-service", 8081, "设施"),
    FUNDING("funding-service", 8082, "经费"),
    ADMISSION("admission-service", 8083, "准入"),
    WORKFORCE("workforce-service", 8084, "队伍");

    private final String module;
    private final int defaultPort;
    private final String nameZh;

    SuiteService(String module, int defaultPort, String nameZh) {
        this.module = module;
        this.defaultPort = defaultPort;
        this.nameZh = nameZh;
    }

    /** The name in addresses, databases, topics and file names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of its module. */
    public String module() {
        return module;
    }

    public int defaultPort() {
        return defaultPort;
    }

    public String nameZh() {
        return nameZh;
    }

    /** The database it owns; the gateway owns none. */
    public @Nullable String database() {
        return this == GATEWAY ? null : id();
    }
}
