package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;

/** A body and a community of which it may ask something. */
record Pair(CreditCode department, DivisionCode community) {}
