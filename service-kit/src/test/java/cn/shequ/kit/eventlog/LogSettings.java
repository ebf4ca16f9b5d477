package cn.shequ.kit.eventlog;

import cn.shequ.localstack.TestInfrastructure;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Objects;

/** The settings of a log, without a service around it. */
final class LogSettings {
    private LogSettings() {}

    static EventLogConfig of(String service, Map<String, String> others) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(EventLogConfig.class)
                .withConverter(java.time.Duration.class, 200, text -> java.time.Duration.parse("PT0.05S"))
                .withDefaultValue("shequ.service", service)
                .withDefaultValues(others)
                .build()
                .getConfigMapping(EventLogConfig.class);
    }

    static Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers",
                Objects.requireNonNull(TestInfrastructure.addresses().kafka()));
    }
}
