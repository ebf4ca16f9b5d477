package cn.shequ.facilities.premises;

/** Who owns the premises. What was handed over with a development belongs to the district government (Art. 14). */
public enum Title {
    DISTRICT_GOVERNMENT,
    SUBDISTRICT_OFFICE,
    OTHER_PUBLIC_BODY,
    PRIVATE_OWNER
}
