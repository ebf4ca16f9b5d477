package cn.shequ.admission.placement;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What is owed next for a placement, in CNY: the first funding year that is not paid (Art. 5, 11). */
public record AmountDue(UUID placement, int fundingYear, Money amountDue, LocalDate payBy) {}
