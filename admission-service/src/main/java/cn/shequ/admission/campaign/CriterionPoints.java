package cn.shequ.admission.campaign;

/** Points for one criterion, claimed or found. */
interface CriterionPoints {

    int criterion();

    int points();
}
