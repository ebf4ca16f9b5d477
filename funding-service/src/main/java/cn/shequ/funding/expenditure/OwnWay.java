package cn.shequ.funding.expenditure;

import cn.shequ.kit.problem.Refusal;

/** A feature whose money goes out only in its own way, purchases for instance (Art. 25), says no to everything else. */
public interface OwnWay {

    /** @throws Refusal when what an accountant would record by hand must come out of that feature's own decision */
    void refuseByHand(NewExpenditure wanted);
}
