package cn.shequ.funding.fund;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** On which terms a fund is opened; see {@link Fund}. */
public record FundTerms(
        UUID ledger,
        FundSource source,
        FundPurpose purpose,
        @Nullable DivisionCode community,
        int fiscalYear,
        Collection<Category> categories,
        LocalDate spendBy,
        @Nullable UUID reference,
        YearEnd atYearEnd) {

    /** With what usually becomes of unspent money. */
    public FundTerms(
            UUID ledger,
            FundSource source,
            FundPurpose purpose,
            @Nullable DivisionCode community,
            int fiscalYear,
            Collection<Category> categories,
            LocalDate spendBy,
            @Nullable UUID reference) {
        this(
                ledger,
                source,
                purpose,
                community,
                fiscalYear,
                categories,
                spendBy,
                reference,
                YearEnd.usual(source, purpose));
    }

    /** A fund that allows what its purpose allows. */
    public static FundTerms of(
            UUID ledger,
            FundSource source,
            FundPurpose purpose,
            @Nullable DivisionCode community,
            int fiscalYear,
            LocalDate spendBy,
            @Nullable UUID reference) {
        return new FundTerms(ledger, source, purpose, community, fiscalYear, purpose.allows(), spendBy, reference);
    }
}
