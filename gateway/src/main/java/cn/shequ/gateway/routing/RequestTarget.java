package cn.shequ.gateway.routing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request wants to go, read from its path and query exactly as they were sent.
 *
 * <p>Nothing is decoded, normalised or re-encoded on the way: what reads differently to two parties is how requests
 * are smuggled past a check. A path that <em>could</em> be read differently is {@link Malformed} instead.
 */
public sealed interface RequestTarget {

    /** Goes to {@code service} as {@code uri}, for instance {@code /v1/funds?cursor=%E4%B8%80}. */
    record OfService(String service, String uri) implements RequestTarget {}

    /** Is for a realm of Keycloak or its pages' files; goes there as it is. */
    record OfIssuer(String uri) implements RequestTarget {}

    /** Is for the gateway itself, or for nobody. */
    record Other() implements RequestTarget {}

    /** Must not be answered by anyone. */
    record Malformed() implements RequestTarget {}

    Pattern SERVICE_PATH = Pattern.compile("/api/([a-z][a-z0-9-]*)(/v1(?:/.*)?)");

    /** Never {@code /admin}, and not the realm of those who administer the issuer. */
    Pattern ISSUER_PATH = Pattern.compile("/realms/(?!master(?:/|$))[a-z0-9-]+(?:/.*)?|/resources/.*");

    static RequestTarget of(String rawPath, @Nullable String rawQuery) {
        if (!PathSafety.isUnambiguous(rawPath)) {
            return new Malformed();
        }
        Matcher path = SERVICE_PATH.matcher(rawPath);
        if (path.matches()) {
            return new OfService(path.group(1), uri(path.group(2), rawQuery));
        }
        return ISSUER_PATH.matcher(rawPath).matches() ? new OfIssuer(uri(rawPath, rawQuery)) : new Other();
    }

    private static String uri(String path, @Nullable String query) {
        return query == null ? path : path + "?" + query;
    }
}
