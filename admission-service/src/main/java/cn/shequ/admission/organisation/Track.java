package cn.shequ.admission.organisation;

/** The two tracks of Art. 23 (双轨制): on file at the subdistrict office, or registered by the district. */
public enum Track {
    /** 备案, for the five kinds. */
    FILED,
    /** 登记, for what reaches the conditions. */
    REGISTERED
}
