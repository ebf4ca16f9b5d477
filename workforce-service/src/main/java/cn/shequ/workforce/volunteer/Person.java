package cn.shequ.workforce.volunteer;

import cn.shequ.workforce.citizen.CitizenIdentityNumber;
import org.jspecify.annotations.Nullable;

/**
 * Who a volunteer is: everything that is deleted on withdrawal. It leaves this service only to the person's own eyes,
 * or masked.
 *
 * @param guardian present exactly for minors
 */
public record Person(
        String name,
        CitizenIdentityNumber identityNumber,
        String phone,
        @Nullable Guardian guardian) {

    @Override
    public String toString() {
        return "Person[" + Masked.name(name) + ", " + identityNumber.masked() + ", " + Masked.phone(phone) + "]";
    }
}
