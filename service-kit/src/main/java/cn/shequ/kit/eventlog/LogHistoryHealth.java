package cn.shequ.kit.eventlog;

import cn.shequ.kit.problem.Refusal;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready when nothing would be signed: the log does not continue what was, or a key is missing. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "shequ.event-log.tree", stringValue = "true")
class LogHistoryHealth implements HealthCheck {

    private static final String NAME = "event-log-history";

    private final LogSigner signer;

    LogHistoryHealth(LogSigner signer) {
        this.signer = signer;
    }

    @Override
    public HealthCheckResponse call() {
        return signer.trouble().map(LogHistoryHealth::down).orElseGet(() -> HealthCheckResponse.up(NAME));
    }

    private static HealthCheckResponse down(Refusal refused) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME)
                .down()
                .withData("reason", refused.code().code());
        refused.figures().forEach((name, value) -> answer.withData(name, String.valueOf(value)));
        return answer.build();
    }
}
