package cn.shequ.localstack.kafka;

/** A Kafka broker that runs, wherever it came from. */
public interface KafkaBroker extends AutoCloseable {

    String bootstrapServers();

    @Override
    void close();
}
