package cn.shequ.kit.idempotency;

import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Runs an {@link Idempotent} operation inside its transaction: the key is taken first, the answer kept last. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final IdempotencyKeys keys;
    private final Callers callers;
    private final CurrentVertxRequest request;
    private final ObjectMapper mapper;
    private final Jdbi jdbi;

    IdempotentInterceptor(
            IdempotencyKeys keys, Callers callers, CurrentVertxRequest request, ObjectMapper mapper, Jdbi jdbi) {
        this.keys = keys;
        this.callers = callers;
        this.request = request;
        this.mapper = mapper;
        this.jdbi = jdbi;
    }

    /** All the operation's statements go through one handle: to open one for each costs as much as a short statement. */
    @AroundInvoke
    Object intercept(InvocationContext invocation) throws Exception {
        return jdbi.withHandle(handle -> once(invocation));
    }

    private Object once(InvocationContext invocation) throws Exception {
        String key = request.getCurrent().request().getHeader("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw Refusal.of(HttpProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        IdempotencyKeys.Id id = new IdempotencyKeys.Id(callers.current().subject(), operation(invocation), key);
        byte[] hash = hash(invocation);
        if (!keys.take(id, hash)) {
            return keys.replay(id, hash);
        }
        Response answer = (Response) invocation.proceed();
        keys.keep(id, answer);
        return answer;
    }

    private static String operation(InvocationContext invocation) {
        Method method = invocation.getMethod();
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Over what the request means (path, query and body as read), not over how it was spelled. */
    private byte[] hash(InvocationContext invocation) throws JsonProcessingException, NoSuchAlgorithmException {
        Map<String, Object> meaning = new LinkedHashMap<>();
        meaning.put("path", request.getCurrent().request().path());
        Parameter[] parameters = invocation.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isAnnotationPresent(jakarta.ws.rs.core.Context.class)) {
                meaning.put(parameters[i].getName(), invocation.getParameters()[i]);
            }
        }
        return MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(meaning));
    }
}
