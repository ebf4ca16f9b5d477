package cn.shequ.funding.purchase;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service that a unit buys (政府购买服务目录, Art. 25).
 *
 * @param withdrawnAt from when on no demand names it any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PurchaseItem(
        UUID id,
        DivisionCode division,
        String code,
        String title,
        String description,
        Instant listedAt,
        @Nullable Instant withdrawnAt) {}
