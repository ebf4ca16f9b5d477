package cn.shequ.admission.organisation;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act of supervision as it is kept (Art. 26).
 *
 * @param bodyName the body that is on no register; null when it is about an organisation
 * @param participants credit codes of the departments that took part
 * @param dueOn the last day for a rectification
 * @param result what came of it, once it is concluded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SupervisionAction(
        UUID id,
        SupervisionKind kind,
        DivisionCode community,
        @Nullable UUID organisationId,
        @Nullable String bodyName,
        List<String> participants,
        String grounds,
        String takenBy,
        LocalDate takenOn,
        @Nullable LocalDate dueOn,
        @Nullable String result,
        @Nullable LocalDate concludedOn) {

    static SupervisionAction of(
            UUID id, NewSupervisionAction asked, DivisionCode community, String person, LocalDate day) {
        UnregisteredBody body = asked.body();
        return new SupervisionAction(
                id,
                asked.kind(),
                community,
                asked.organisation(),
                body == null ? null : body.name().strip(),
                asked.participants().stream().map(Object::toString).sorted().toList(),
                asked.grounds(),
                person,
                day,
                asked.dueOn(),
                null,
                null);
    }

    boolean isOpen() {
        return kind.staysOpen() && concludedOn == null;
    }

    SupervisionActionView on(LocalDate today) {
        SupervisionState open =
                dueOn != null && today.isAfter(dueOn) ? SupervisionState.OVERDUE : SupervisionState.OPEN;
        return new SupervisionActionView(this, isOpen() ? open : SupervisionState.DONE);
    }
}
