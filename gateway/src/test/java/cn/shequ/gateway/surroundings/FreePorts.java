package cn.shequ.gateway.surroundings;

import cn.shequ.localstack.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells the gateway where its surroundings would be, and makes it impatient. Who listens there is the test's choice. */
public class FreePorts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        for (String service : List.of("admission", "facilities", "funding", "workforce")) {
            settings.put("shequ.gateway.services." + service + ".url", "http://127.0.0.1:" + FreePort.find());
            settings.put("shequ.gateway.services." + service + ".timeout", "3s");
        }
        settings.put("shequ.gateway.issuer.timeout", "3s");
        settings.put("SHEQU_ISSUER", "http://127.0.0.1:" + FreePort.find());
        settings.put("quarkus.oidc.token.forced-jwk-refresh-interval", "0.2S");
        settings.put("shequ.gateway.services.workforce.connections", "2");
        settings.put("shequ.gateway.services.workforce.waiting", "1");
        settings.put("shequ.gateway.services.workforce.routes[0].path", "/v1/reports/.*");
        settings.put("shequ.gateway.services.workforce.routes[0].timeout", "20s");
        settings.put("shequ.gateway.patience.slow-client", "3s");
        settings.put("shequ.gateway.patience.slow-answer", "3s");
        settings.put("shequ.gateway.patience.quiet-stream", "20s");
        settings.put("shequ.gateway.breaker.failures", "3");
        settings.put("shequ.gateway.breaker.rest", "4s");
        settings.put("shequ.gateway.description-lifetime", "0s");
        settings.put("shequ.gateway.pages-of", "https://portal.example");
        return settings;
    }

    @Override
    public void stop() {
        // Nothing was opened: the test that listens on a port also closes it.
    }
}
