package cn.shequ.kit.problem;

import cn.shequ.kit.locale.Messages;
import cn.shequ.kit.locale.ReaderLanguage;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a refusal into the answer its caller reads. */
@ApplicationScoped
public class Problems {

    private final CurrentVertxRequest request;
    private final MeterRegistry meters;

    Problems(CurrentVertxRequest request, MeterRegistry meters) {
        this.request = request;
        this.meters = meters;
    }

    /** The answer to a refused command. */
    public Response answer(Refusal refusal) {
        return answer(refusal, null);
    }

    /**
     * The answer to a refusal that is kept: the transaction commits the record of the attempt, so this is
     * returned, not thrown.
     */
    public Response recorded(Refusal refusal, UUID attemptId) {
        return answer(refusal, attemptId.toString());
    }

    /**
     * The answer to an attempt that is kept: what was put on record, or the refusal, which names the record.
     *
     * @param list the path under which attempts of this kind are read, such as {@code /v1/demands}
     */
    public Response answer(String list, Attempt attempt) {
        return attempt.refusal().map(refusal -> recorded(refusal, attempt.id())).orElseGet(() -> Response.created(
                        URI.create(list + "/" + attempt.id()))
                .entity(attempt)
                .build());
    }

    private Response answer(Refusal refusal, @Nullable String attemptId) {
        int status = refusal.code().status();
        // Codes are a catalogue: no caller can make up a new one.
        meters.counter("shequ.refusals", "code", refusal.code().code()).increment();
        Response.ResponseBuilder answer = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language().toLanguageTag())
                .entity(problem(refusal, attemptId));
        if (refusal.retryAfter() != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, refusal.retryAfter().toSeconds()));
        }
        if (status == HttpProblem.UNAUTHENTICATED.status()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    /** What a caller would read of a refusal that does not end the request: one of many in a report. */
    public Problem describe(Refusal refusal) {
        return problem(refusal, null);
    }

    private Problem problem(Refusal refusal, @Nullable String attemptId) {
        ProblemCode code = refusal.code();
        Locale locale = language();
        return new Problem(
                Problem.typeOf(code.code()),
                Messages.text(code.bundle(), locale, code.code() + ".title", refusal.figures()),
                code.status(),
                Messages.text(code.bundle(), locale, code.code() + ".detail", refusal.figures()),
                Objects.requireNonNullElse(httpRequest().path(), ""),
                code.code(),
                refusal.articles(),
                refusal.figures(),
                errors(refusal, locale),
                refusal.ruleReference(),
                attemptId,
                traceId());
    }

    private static List<FieldError> errors(Refusal refusal, Locale locale) {
        return refusal.errors().stream()
                .map(error -> error.message().isEmpty() ? error.saying(fieldText(refusal, locale, error)) : error)
                .toList();
    }

    /** A service says in its own bundle what only it can find wrong with a field. */
    private static String fieldText(Refusal refusal, Locale locale, FieldError error) {
        String key = "field." + error.code();
        String own = refusal.code().bundle();
        String bundle = Messages.has(own, locale, key) ? own : HttpProblem.INVALID_REQUEST.bundle();
        return Messages.text(bundle, locale, key, error.figures());
    }

    private HttpServerRequest httpRequest() {
        return request.getCurrent().request();
    }

    private Locale language() {
        return ReaderLanguage.of(httpRequest().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static @Nullable String traceId() {
        String id = Span.current().getSpanContext().getTraceId();
        return Span.current().getSpanContext().isValid() ? id : null;
    }
}
