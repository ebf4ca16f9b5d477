package cn.shequ.funding.purchase;

import cn.shequ.kit.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** To which bid a purchase was awarded, and by whom. */
public record Award(UUID bid, Money amount, BigDecimal score, String awardedBy, Instant awardedAt) {}
