package cn.shequ.admission.organisation;

/** The posts of a residents' committee whose holders generally head no body that departments set up (Art. 6). */
public enum CommitteePost {
    /** 主任. */
    DIRECTOR,
    /** 副主任. */
    DEPUTY
}
