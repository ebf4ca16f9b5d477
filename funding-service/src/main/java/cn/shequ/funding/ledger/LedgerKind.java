package cn.shequ.funding.ledger;

import cn.shequ.kit.division.DivisionLevel;
import java.util.Optional;

/** The two kinds of ledgers. */
public enum LedgerKind {
    /** 专账: the subdistrict office's special ledger of its communities' money (Art. 16). */
    SPECIAL,
    /** 统筹账: where a district or the city pools money before it goes to communities (Art. 15). */
    POOL;

    /** A community keeps no ledger of its own: its money stands in the subdistrict office's. */
    public static Optional<LedgerKind> of(DivisionLevel level) {
        return switch (level) {
            case CITY, COUNTY_LEVEL -> Optional.of(POOL);
            case TOWNSHIP_LEVEL -> Optional.of(SPECIAL);
            case COMMUNITY -> Optional.empty();
        };
    }
}
