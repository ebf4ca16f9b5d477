package cn.shequ.kit.eventlog;

import cn.shequ.kit.sql.UnpooledConnections;
import cn.shequ.kit.worker.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers and publishes events for as long as the service runs. */
@Singleton
class EventLogWorkers {
    private final EventLogConfig config;
    private final UnpooledConnections connections;
    private final Map<String, Object> kafka;
    private final Bells bells;
    private final List<Worker> workers = new ArrayList<>();

    EventLogWorkers(
            EventLogConfig config,
            UnpooledConnections connections,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Bells bells) {
        this.config = config;
        this.connections = connections;
        this.kafka = kafka;
        this.bells = bells;
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        Sequencer sequencer = new Sequencer(config.tree(), config.batchSize());
        Topics topics = new Topics(kafka, config.partitions(), config.replication());
        run(
                "sequencer",
                new Sequencing(opening("sequencer"), sequencer, bells, config.pollInterval(), config.gathering()));
        run("listener", new NumberedListener(opening("listener"), bells.numbered));
        run("publisher", new Publisher(opening("publisher"), kafka, topics, config, bells.numbered));
    }

    private void run(String name, Worker.Session session) {
        workers.add(new Worker(name, session).start());
    }

    private Connections opening(String purpose) {
        return () -> connections.open(purpose);
    }

    void stop(@Observes ShutdownEvent stopping) {
        workers.forEach(Worker::stop);
        bells.appended.ring();
        bells.numbered.ring();
        workers.forEach(Worker::close);
    }
}
