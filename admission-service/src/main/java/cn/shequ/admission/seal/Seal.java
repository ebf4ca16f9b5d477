package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a community's residents' committee (Art. 8).
 *
 * @param custodian who keeps it, as the token names persons
 * @param replaces the seal in whose place it came
 * @param replaceableFrom of a lost one: the first day on which another can be issued
 * @param noticeRule the row of the rulebook for that day, by its reference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seal(
        UUID id,
        DivisionCode community,
        String custodian,
        String issuedBy,
        LocalDate issuedOn,
        SealStage stage,
        @Nullable UUID replaces,
        @Nullable LocalDate lostOn,
        @Nullable String reportedBy,
        @Nullable LocalDate replaceableFrom,
        @Nullable String noticeRule) {

    static Seal issued(
            UUID id,
            DivisionCode community,
            UUID custodian,
            String issuedBy,
            LocalDate issuedOn,
            @Nullable UUID replaces) {
        return new Seal(
                id,
                community,
                custodian.toString(),
                issuedBy,
                issuedOn,
                SealStage.IN_USE,
                replaces,
                null,
                null,
                null,
                null);
    }

    Seal keptBy(UUID next) {
        return new Seal(id, community, next.toString(), issuedBy, issuedOn, stage, replaces, null, null, null, null);
    }

    Seal lost(LocalDate day, String reporter, LocalDate from, String rule) {
        return new Seal(
                id, community, custodian, issuedBy, issuedOn, SealStage.LOST, replaces, day, reporter, from, rule);
    }
}
