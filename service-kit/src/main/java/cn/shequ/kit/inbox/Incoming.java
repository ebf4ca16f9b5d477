package cn.shequ.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A message as the broker delivered it, before anybody understood it. */
record Incoming(
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable String traceparent,
        byte[] bytes) {

    static Incoming of(ConsumerRecord<String, byte[]> message) {
        Header traceparent = message.headers().lastHeader("traceparent");
        return new Incoming(
                message.topic(),
                message.partition(),
                message.offset(),
                Objects.requireNonNullElse(message.key(), ""),
                traceparent == null ? null : new String(traceparent.value(), UTF_8),
                Objects.requireNonNullElse(message.value(), new byte[0]));
    }
}
