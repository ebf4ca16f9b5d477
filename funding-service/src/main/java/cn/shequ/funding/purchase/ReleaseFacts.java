package cn.shequ.funding.purchase;

import cn.shequ.kit.division.DivisionCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is published of a purchase at a moment.
 *
 * @param payer the division whose ledger pays, with its name
 * @param demander the department or division that asks, with its name
 * @param bids those that were opened; none while they are sealed
 * @param movements what was paid and what came back, in the order of recording
 */
record ReleaseFacts(
        Purchase purchase,
        PurchaseItem item,
        Named payer,
        Named demander,
        @Nullable Instant publishedAt,
        List<OpenedBid> bids,
        @Nullable Award award,
        @Nullable Contract contract,
        List<Movement> movements) {

    /** A public body. */
    record Named(String code, String name) {

        boolean isDivision() {
            return code.length() == DivisionCode.of("220100000000").value().length();
        }
    }
}
