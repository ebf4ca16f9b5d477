/**
 * The event log: what a business transaction appends is numbered without gaps, kept for ever, shown over HTTP and
 * published on Kafka, always as the same bytes.
 */
@NullMarked
package cn.shequ.kit.eventlog;

import org.jspecify.annotations.NullMarked;
