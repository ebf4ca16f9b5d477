package cn.shequ.funding.fund;

/** What becomes of money that a fund did not spend by the end of its year: a term on which it is opened (Art. 16). */
public enum YearEnd {
    /** 结转: it may be spent in the next year. */
    CARRY_FORWARD,
    /** 缴回: it is owed back to who paid it in. */
    RETURN;

    /** Unless the decision says otherwise: a donation stays bound to its use, else the purpose decides. */
    static YearEnd usual(FundSource source, FundPurpose purpose) {
        return source == FundSource.DONATION ? CARRY_FORWARD : purpose.yearEnd();
    }
}
