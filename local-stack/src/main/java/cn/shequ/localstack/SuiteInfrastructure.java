package cn.shequ.localstack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} real PostgreSQL, Kafka and tokens.
 *
 * <p>{@code @WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value =
 * "funding"))} gives the service a database of that name; without the argument it gets none. All tests of a JVM
 * share one PostgreSQL, one broker and one issuer.
 */
public final class SuiteInfrastructure implements QuarkusTestResourceLifecycleManager {

    private @Nullable String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        Addresses addresses = TestInfrastructure.addresses();
        Map<String, String> keys =
                new HashMap<>(service == null ? addresses.configuration() : addresses.configuration(service));
        addresses.dataDirectory().ifPresent(data -> keys.put("SHEQU_DATA_DIR", data.toString()));
        return keys;
    }

    @Override
    public void stop() {
        // Shared by the whole JVM, and gone with it.
    }
}
