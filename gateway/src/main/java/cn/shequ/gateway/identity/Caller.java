package cn.shequ.gateway.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the checked token says.
 *
 * @param division the territory a person acts in; absent for those who act in none
 * @param department the unified social credit code of a department officer's department
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Who is asking, as the checked token says")
public record Caller(
        @Schema(examples = "0197c7e5-6a0b-7e57-9d2c-0d6c6a3b1f10")
        String subject,

        @Schema(examples = "finance.li") String name,
        @Schema(examples = "shequ-web") @Nullable String client,
        @Schema(examples = "[\"finance-officer\"]") List<String> roles,
        @Schema(examples = "220100000000") @Nullable String division,
        @Schema(examples = "11220100013554789R") @Nullable String department,
        Instant validUntil) {

    static Caller of(JsonWebToken token) {
        return new Caller(
                token.getSubject(),
                Objects.requireNonNullElse(token.getName(), token.getSubject()),
                clientOf(token),
                rolesIn(token),
                text(token, "division"),
                text(token, "department"),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** One person using two programs, or two persons using one, are two callers. */
    static String keyOf(JsonWebToken token) {
        return clientOf(token) + " " + token.getSubject();
    }

    private static @Nullable String clientOf(JsonWebToken token) {
        String authorizedParty = text(token, "azp");
        return authorizedParty != null ? authorizedParty : text(token, "client_id");
    }

    private static List<String> rolesIn(JsonWebToken token) {
        if (!(token.getClaim("realm_access") instanceof JsonObject realm)
                || !(realm.get("roles") instanceof JsonArray roles)) {
            return List.of();
        }
        return roles.stream()
                .filter(JsonString.class::isInstance)
                .map(role -> ((JsonString) role).getString())
                .sorted()
                .toList();
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return switch (value) {
            case null -> null;
            case JsonString json -> json.getString();
            default -> value.toString();
        };
    }
}
