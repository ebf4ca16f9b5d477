package cn.shequ.funding.expenditure;

import java.util.UUID;

/** A payment or an approval is about to be taken back; whoever followed it may refuse, in the same transaction. */
public record TakenBack(UUID expenditure, ExpenditureStep step) {}
