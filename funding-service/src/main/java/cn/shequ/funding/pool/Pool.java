package cn.shequ.funding.pool;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A district's pool of a year, in CNY (Art. 15): <em>received = distributed + spent + committed + left</em>.
 *
 * @param id the pool's fund
 * @param spent what the district spent itself, for named communities
 * @param communities what of it reached each community; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Pool(
        UUID id,
        UUID ledger,
        DivisionCode division,
        int fiscalYear,
        Money received,
        Money distributed,
        Money spent,
        Money committed,
        Money left,
        @Nullable List<Part> communities) {

    /** What of the pool was paid for one community. */
    record Part(DivisionCode community, Money distributed, Money spent) {}
}
