package cn.shequ.facilities.development;

import java.util.Optional;

/** The life of a development, as far as its plan goes: a changed plan is reviewed again (Art. 13). */
public enum DevelopmentStage {
    PLANNED,
    APPROVED,
    REJECTED;

    /** What is done to a development. */
    enum Command {
        CHANGE_PLAN,
        APPROVE,
        REJECT
    }

    /** Where a command leads; empty when it cannot be given here, because the plan is reviewed already. */
    Optional<DevelopmentStage> after(Command command) {
        return switch (command) {
            case CHANGE_PLAN -> Optional.of(PLANNED);
            case APPROVE -> this == PLANNED ? Optional.of(APPROVED) : Optional.empty();
            case REJECT -> this == PLANNED ? Optional.of(REJECTED) : Optional.empty();
        };
    }
}
