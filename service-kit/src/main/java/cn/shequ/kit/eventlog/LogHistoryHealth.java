package cn.shequ.kit.eventlog;

import cn.shequ.kit.problem.Refusal;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready when the log does not continue what was signed before: somebody restored a backup, or worse. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "shequ.event-log.tree", stringValue = "true")
class LogHistoryHealth implements HealthCheck {

    private final LogSigner signer;

    LogHistoryHealth(LogSigner signer) {
        this.signer = signer;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Refusal> fork = signer.fork();
        return fork.map(forked -> HealthCheckResponse.named("event-log-history")
                        .down()
                        .withData("signed", String.valueOf(forked.figures().get("kept")))
                        .withData("present", String.valueOf(forked.figures().get("present")))
                        .build())
                .orElseGet(() -> HealthCheckResponse.up("event-log-history"));
    }
}
