/** A real Kafka broker (KRaft) inside this process. */
@NullMarked
package cn.shequ.localstack.kafka;

import org.jspecify.annotations.NullMarked;
