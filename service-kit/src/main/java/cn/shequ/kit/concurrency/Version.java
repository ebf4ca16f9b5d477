package cn.shequ.kit.concurrency;

import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The version of a mutable resource, as ETag and If-Match carry it. */
public final class Version {

    private Version() {}

    /** The entity tag of a version: {@code "7"}. */
    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws Refusal 428 when the caller does not say which version is meant, 412 when it is not the present one */
    public static void require(@Nullable String ifMatch, int present) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(HttpProblem.VERSION_REQUIRED).with("present", present);
        }
        if (!ifMatch.strip().equals(etag(present)) && !ifMatch.strip().equals("*")) {
            throw Refusal.of(HttpProblem.STALE_VERSION).with("present", present);
        }
    }
}
