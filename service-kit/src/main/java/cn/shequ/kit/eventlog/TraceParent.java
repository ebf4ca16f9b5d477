package cn.shequ.kit.eventlog;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of what is running, as it travels with an event from one service to the next. */
public final class TraceParent {
    private static final String HEADER = "traceparent";

    private TraceParent() {}

    static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }

    /** Runs something as a part of the trace that the event came with. */
    public static void continued(@Nullable String traceparent, String name, Runnable work) {
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, new Header());
        Span span = GlobalOpenTelemetry.getTracer("cn.shequ.kit")
                .spanBuilder(name)
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } catch (RuntimeException failure) {
            span.recordException(failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    private static final class Header implements TextMapGetter<String> {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    }
}
