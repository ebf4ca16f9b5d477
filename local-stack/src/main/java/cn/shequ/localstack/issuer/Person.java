package cn.shequ.localstack.issuer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a token speaks for: what they may do, and where.
 *
 * @param division 12-digit statistical code of the division the person acts for, if they are bound to one
 * @param department unified social credit code of the person's department (GB 32100), if they act for one
 */
public record Person(
        String username,
        String nameZh,
        String nameEn,
        List<String> roles,
        @Nullable String division,
        @Nullable String department) {

    public Person {
        roles = List.copyOf(roles);
        if (division != null && !division.matches("\\d{12}")) {
            throw new IllegalArgumentException(username + ": a division code has 12 digits, not " + division);
        }
        if (department != null && department.length() != 18) {
            throw new IllegalArgumentException(username + ": a credit code has 18 characters, not " + department);
        }
    }

    /** The opaque, stable identifier that services record: the same person has it in every run. */
    public String subject() {
        return UUID.nameUUIDFromBytes(("shequ-demonstration:" + username).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
