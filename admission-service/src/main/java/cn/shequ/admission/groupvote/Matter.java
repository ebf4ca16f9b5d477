package cn.shequ.admission.groupvote;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import java.util.Set;
import java.util.UUID;

/**
 * What a leading group decides on.
 *
 * @param round votes belong to a round; what was returned and comes again, or passed up, begins another
 * @param division whose group decides
 * @param parties the bodies whose own matter it is: a group that one of them hosts does not decide on it
 */
public record Matter(Kind kind, UUID id, int round, DivisionCode division, Set<CreditCode> parties) {

    public Matter {
        parties = Set.copyOf(parties);
    }

    /** Each kind keeps its participants, votes and decisions in tables of its own. */
    public enum Kind {
        /** The principal leader signs what was decided. */
        TASK("task", "application_id", true),
        EXIT("exit", "exit_id", false),
        EVALUATION("evaluation", "evaluation_id", false);

        private final String tables;
        private final String key;
        private final boolean signed;

        Kind(String tables, String key, boolean signed) {
            this.tables = tables;
            this.key = key;
            this.signed = signed;
        }

        boolean isSigned() {
            return signed;
        }

        /** The statement with the names of this kind's tables ({@code #}) and of their key ({@code @}). */
        String in(String sql) {
            return sql.replace("#", tables).replace("@", key);
        }
    }

    /** As another group would begin with it. */
    Matter before(DivisionCode other) {
        return new Matter(kind, id, round + 1, other, parties);
    }
}
