package cn.shequ.facilities.premises;

/** The seven remedies for weak communities, which are also the ways to come by premises at all (Art. 12). */
public enum HowObtained {
    NEW,
    REBUILT,
    EXTENDED,
    JOINT,
    LEASED,
    SWAPPED,
    SHARED
}
