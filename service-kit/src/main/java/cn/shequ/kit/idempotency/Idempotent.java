package cn.shequ.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation requires an {@code Idempotency-Key}: repeated with the same key and the same request it
 * has one effect and gets the first answer again, marked {@code Idempotency-Replayed: true}. With another
 * request under the key it is refused. Goes together with {@code @Transactional} on a resource method
 * that returns a {@code Response}; keys are kept for 7 days.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
