package cn.shequ.funding.obligation;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is owed: by whom, to which fund, how much, until when and why.
 *
 * @param division the division that keeps the ledger
 * @param originReference the placement, allocation or other decision it comes from
 */
public record ObligationTerms(
        UUID ledger,
        UUID fund,
        DivisionCode division,
        @Nullable DivisionCode community,
        Payer payer,
        ObligationOrigin origin,
        UUID originReference,
        Share share,
        int fundingYear,
        Money amountDue,
        LocalDate dueOn) {}
