package cn.shequ.admission.exit;

import cn.shequ.admission.groupvote.Capacity;

/** The two who determine an exit together (Art. 5): the community, and the department whose task it is. */
public enum Side {
    COMMUNITY(Capacity.COMMUNITY),
    DEPARTMENT(Capacity.DEPARTMENT);

    private final Capacity capacity;

    Side(Capacity capacity) {
        this.capacity = capacity;
    }

    Capacity capacity() {
        return capacity;
    }
}
