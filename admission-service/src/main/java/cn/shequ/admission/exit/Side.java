package cn.shequ.admission.exit;

import cn.shequ.admission.groupvote.Capacity;

/**
 * Who proposes an exit. Community and department determine it together (Art. 5); an office proposes on behalf of the
 * communities that it serves, and both are heard.
 */
public enum Side {
    COMMUNITY(Capacity.COMMUNITY),
    DEPARTMENT(Capacity.DEPARTMENT),
    /** A subdistrict office, or the office of a leading group. */
    OFFICE(Capacity.APPLICANT);

    private final Capacity capacity;

    Side(Capacity capacity) {
        this.capacity = capacity;
    }

    Capacity capacity() {
        return capacity;
    }
}
