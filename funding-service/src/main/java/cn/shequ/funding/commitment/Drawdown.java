package cn.shequ.funding.commitment;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What an expenditure takes of a reservation, in CNY. */
public record Drawdown(UUID commitment, UUID fund, Money amount, LocalDate bookedOn) {}
