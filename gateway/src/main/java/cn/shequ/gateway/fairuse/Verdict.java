package cn.shequ.gateway.fairuse;

import static cn.shequ.gateway.problem.Problem.wholeSeconds;

import cn.shequ.gateway.problem.Problem;
import cn.shequ.gateway.problem.ProblemCode;
import java.time.Duration;

/**
 * What one bucket said to one request.
 *
 * @param pause until the bucket is full again, or, when refused, until it has a token again
 */
public record Verdict(String policy, boolean allowed, long requests, Duration window, long left, Duration pause) {

    /** An item of the {@code RateLimit-Policy} header: quota and window in seconds. */
    String policyItem() {
        return "\"%s\";q=%d;w=%d".formatted(policy, requests, window.toSeconds());
    }

    /** An item of the {@code RateLimit} header: what is left, and seconds until there is more. */
    String limitItem() {
        return "\"%s\";r=%d;t=%d".formatted(policy, left, wholeSeconds(pause));
    }

    public Problem refusal() {
        return Problem.of(ProblemCode.TOO_MANY_REQUESTS)
                .with("limit", requests)
                .with("window", window.toSeconds())
                .retryAfter(pause);
    }
}
