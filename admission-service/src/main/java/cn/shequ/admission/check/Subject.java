package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;

/** What is looked for: a body, a community and a matter that the one may ask of the other. */
record Subject(CreditCode department, DivisionCode community, String matter) {}
