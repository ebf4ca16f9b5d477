package cn.shequ.funding.violation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed violation as everybody may read it (通报, Art. 16): bodies by their codes, no person, no words.
 *
 * @param vetoUntil the last day of the one-vote veto and of the loss of every award eligibility
 * @param liftedOn when an appeal was granted and everything was taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ViolationNotice(
        UUID id,
        UUID violation,
        ViolationKind kind,
        Payer body,
        DivisionCode division,
        @Nullable DivisionCode community,
        Money amountOwed,
        Money amountActual,
        LocalDate confirmedOn,
        LocalDate vetoUntil,
        boolean awardsLost,
        boolean referred,
        @Nullable LocalDate liftedOn) {}
