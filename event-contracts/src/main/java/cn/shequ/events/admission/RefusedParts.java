package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;

import cn.shequ.events.Must;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the events say alike of something that a body wanted of a community and was refused. */
final class RefusedParts {

    private RefusedParts() {}

    static void check(
            String community, @Nullable String demandingBody, String demandingBodyLevel, LocalDate refusedOn) {
        Must.be(DIVISION, "community", community);
        Must.beIfPresent(CREDIT_CODE, "demandingBody", demandingBody);
        Must.beOneOf(AffiliationLevel.class, "demandingBodyLevel", demandingBodyLevel);
        Must.bePresent("refusedOn", refusedOn);
    }
}
