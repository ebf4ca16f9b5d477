package cn.shequ.admission.department;

import cn.shequ.kit.identity.CreditCode;

/** What else follows at once when a body takes another's place. */
public interface WhenSucceeded {

    /** In the transaction that records it, after it is on record. */
    void succeeded(CreditCode predecessor, CreditCode successor);
}
