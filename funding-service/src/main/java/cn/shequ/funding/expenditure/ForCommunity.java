package cn.shequ.funding.expenditure;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotNull;

/** What of an expenditure, in CNY, is for one community (Art. 15). */
public record ForCommunity(
        @NotNull DivisionCode community,
        @NotNull @PositiveAmount Money amount) {}
