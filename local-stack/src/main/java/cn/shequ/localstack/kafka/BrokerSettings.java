package cn.shequ.localstack.kafka;

import java.util.HashMap;
import java.util.Map;

/** What every broker of ours is told, in a container or not. */
final class BrokerSettings {

    private BrokerSettings() {}

    /**
     * @param bound the address on which it listens; it is reached at 127.0.0.1
     * @param controllerPort for itself only
     */
    static Map<String, String> of(String bound, int port, int controllerPort, String logDirectory) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("log.dirs", logDirectory);
        settings.put("listeners", "BROKER://" + bound + ":" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "BROKER://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        // One broker: its internal topics can have one copy only, and a few partitions start faster than fifty.
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "3");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // After a crash the controller holds the old session until it ends: 2 s instead of 9 s.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // A notebook's worth of threads and buffers.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.cleaner.io.buffer.size", "65536");
        return settings;
    }
}
