package cn.shequ.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a JSON body into a record and checks it, so that a caller hears of every wrong field at once:
 * those that are no value of their type, those unknown, and those that break a constraint.
 */
@Provider
@Unremovable
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class RequestBodies implements MessageBodyReader<Record> {

    private final ObjectMapper mapper;
    private final Validator validator;

    RequestBodies(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body);
    }

    /** Reads one such record, for bodies that hold many. */
    public <R extends Record> R read(Class<R> type, InputStream body) throws IOException {
        FieldErrorCollector collector = new FieldErrorCollector();
        R read;
        try {
            read = mapper.readerFor(type).withHandler(collector).readValue(body);
        } catch (JsonProcessingException malformed) {
            Refusal refusal = Refusal.of(HttpProblem.MALFORMED_BODY)
                    .with(
                            "line",
                            malformed.getLocation() == null
                                    ? 0
                                    : malformed.getLocation().getLineNr())
                    .with(
                            "column",
                            malformed.getLocation() == null
                                    ? 0
                                    : malformed.getLocation().getColumnNr());
            collector.errors().forEach(refusal::at);
            throw refusal;
        }
        if (read == null) {
            throw Refusal.of(HttpProblem.MALFORMED_BODY).with("line", 1).with("column", 1);
        }
        List<FieldError> errors = all(collector, validator.validate(read).stream());
        if (!errors.isEmpty()) {
            Refusal refusal = Refusal.of(HttpProblem.INVALID_REQUEST);
            errors.forEach(refusal::at);
            throw refusal;
        }
        return read;
    }

    /** A field that could not be read is not reported a second time as missing. */
    private static List<FieldError> all(
            FieldErrorCollector collector, Stream<? extends ConstraintViolation<?>> violations) {
        List<String> unreadable =
                collector.errors().stream().map(FieldError::field).toList();
        return Stream.concat(
                        collector.errors().stream(),
                        violations.map(Violations::fieldError).filter(error -> !unreadable.contains(error.field())))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
    }
}
