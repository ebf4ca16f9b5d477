package cn.shequ.admission.seal;

import cn.shequ.events.admission.SealUsed;
import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register of uses (用印登记, Art. 8).
 *
 * @param sealId the committee's seal, at first that of the day on which it was asked for, then the one that was set
 * @param summary what the document says; shown to the committee alone, as are {@code applicant} and {@code reason}
 * @param applicant for whom
 * @param handler who asks for the seal, and is never the one who approves
 * @param number in the register of this seal, without gaps from 1; only of what was sealed
 * @param reason why it was declined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SealUse(
        UUID id,
        UUID sealId,
        DivisionCode community,
        String matter,
        @Nullable String summary,
        int copies,
        @Nullable String applicant,
        String handler,
        LocalDate requestedOn,
        Stage stage,
        @Nullable String approver,
        @Nullable Instant decidedAt,
        @Nullable Integer number,
        @Nullable String reason) {

    /** How far it has come. */
    public enum Stage {
        REQUESTED,
        SEALED,
        DECLINED,
        /** By who asked for it, before anybody decided. */
        WITHDRAWN
    }

    SealUse sealed(UUID with, String by, Instant at, int place) {
        return new SealUse(
                id,
                with,
                community,
                matter,
                summary,
                copies,
                applicant,
                handler,
                requestedOn,
                Stage.SEALED,
                by,
                at,
                place,
                null);
    }

    SealUse declined(String by, Instant at, String why) {
        return new SealUse(
                id,
                sealId,
                community,
                matter,
                summary,
                copies,
                applicant,
                handler,
                requestedOn,
                Stage.DECLINED,
                by,
                at,
                null,
                why);
    }

    SealUse withdrawn(Instant at) {
        return new SealUse(
                id,
                sealId,
                community,
                matter,
                summary,
                copies,
                applicant,
                handler,
                requestedOn,
                Stage.WITHDRAWN,
                null,
                at,
                null,
                null);
    }

    /** As those see it who are not of the committee. */
    SealUse withoutContent() {
        return new SealUse(
                id,
                sealId,
                community,
                matter,
                null,
                copies,
                null,
                handler,
                requestedOn,
                stage,
                approver,
                decidedAt,
                number,
                null);
    }

    SealUsed told(LocalDate usedOn) {
        return new SealUsed(id.toString(), sealId.toString(), community.value(), matter, copies, usedOn);
    }
}
