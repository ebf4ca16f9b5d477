package cn.shequ.kit.inbox;

import cn.shequ.kit.eventlog.EventLogConfig;
import cn.shequ.kit.eventlog.Topics;
import cn.shequ.kit.worker.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes events in for as long as the service runs, where it handles any at all. */
@Singleton
class InboxWorker {
    private final InboxConsumer consumer;
    private final boolean wanted;
    private @Nullable Worker worker;

    InboxWorker(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            EventLogConfig log,
            InboxConfig config,
            Handlers handlers,
            Delivery delivery,
            Retries retries,
            InboxMeters meters) {
        Topics topics = new Topics(kafka, log.partitions(), log.replication());
        this.consumer = new InboxConsumer(kafka, handlers.topics(), topics, delivery, retries, config, meters);
        this.wanted = config.enabled() && !handlers.types().isEmpty();
    }

    void start(@Observes StartupEvent started) {
        if (wanted) {
            worker = new Worker("inbox", consumer).start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (worker != null) {
            worker.close();
        }
    }
}
