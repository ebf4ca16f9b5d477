package cn.shequ.funding.receipt;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** How much of a receipt goes to one obligation. */
public record Settlement(
        @NotNull UUID obligation, @NotNull @PositiveAmount Money amount) {}
