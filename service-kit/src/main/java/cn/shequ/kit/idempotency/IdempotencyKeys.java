package cn.shequ.kit.idempotency;

import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The keys taken in the last 7 days and the answers given under them; all calls run in the business transaction. */
@ApplicationScoped
class IdempotencyKeys {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String LOCK_TIMEOUT = "55P03";
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final ObjectMapper mapper;

    IdempotencyKeys(Jdbi jdbi, ObjectMapper mapper) {
        this.jdbi = jdbi;
        this.mapper = mapper;
    }

    public record Id(String client, String operation, String key) {}

    public record Kept(
            byte[] requestHash,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte @Nullable [] body) {}

    /** Takes the key; false when an earlier request took it. Waits for one that is still running. */
    boolean take(Id id, byte[] requestHash) {
        try {
            return jdbi.withHandle(handle -> handle.createUpdate("""
                            INSERT INTO idempotency_key (client, operation, key, request_hash)
                            VALUES (:client, :operation, :key, :hash) ON CONFLICT DO NOTHING""")
                            .bindMethods(id)
                            .bind("hash", requestHash)
                            .execute())
                    == 1;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof java.sql.SQLException sql && LOCK_TIMEOUT.equals(sql.getSQLState())) {
                throw inProgress();
            }
            throw e;
        }
    }

    void keep(Id id, Response answer) throws JsonProcessingException {
        Object entity = answer.getEntity();
        byte[] body = entity == null ? null : mapper.writeValueAsBytes(entity);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE idempotency_key SET status = :status, content_type = :contentType,
                          location = :location, etag = :etag, body = :body
                        WHERE client = :client AND operation = :operation AND key = :key""")
                .bindMethods(id)
                .bind("status", answer.getStatus())
                .bind(
                        "contentType",
                        answer.getMediaType() == null
                                ? null
                                : answer.getMediaType().toString())
                .bind("location", answer.getHeaderString(HttpHeaders.LOCATION))
                .bind("etag", answer.getHeaderString(HttpHeaders.ETAG))
                .bind("body", body)
                .execute());
    }

    Response replay(Id id, byte[] requestHash) {
        Kept kept = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT request_hash, status, content_type, location, etag, body FROM idempotency_key
                        WHERE client = :client AND operation = :operation AND key = :key""")
                        .bindMethods(id)
                        .mapTo(Kept.class)
                        .findOne())
                .orElseThrow(IdempotencyKeys::inProgress);
        if (!MessageDigest.isEqual(kept.requestHash(), requestHash)) {
            throw Refusal.of(HttpProblem.IDEMPOTENCY_KEY_REUSED);
        }
        Integer status = kept.status();
        if (status == null) {
            throw inProgress();
        }
        return answer(kept, status);
    }

    private static Refusal inProgress() {
        return Refusal.of(HttpProblem.REQUEST_IN_PROGRESS).retryAfter(SHORTLY);
    }

    private static Response answer(Kept kept, int status) {
        Response.ResponseBuilder answer = Response.status(status).header(REPLAYED, "true");
        if (kept.location() != null) {
            answer.header(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.etag() != null) {
            answer.header(HttpHeaders.ETAG, kept.etag());
        }
        if (kept.body() != null) {
            answer.entity(kept.body()).type(kept.contentType() == null ? "application/json" : kept.contentType());
        }
        return answer.build();
    }

    @Scheduled(every = "1h", delayed = "5m")
    void forgetOld() {
        jdbi.useHandle(handle -> handle.execute("""
                DELETE FROM idempotency_key WHERE (client, operation, key) IN (
                  SELECT client, operation, key FROM idempotency_key
                  WHERE taken_at < now() - interval '7 days' LIMIT 100000)"""));
    }
}
