package cn.shequ.admission.groupvote;

import cn.shequ.kit.division.DivisionCode;
import java.util.UUID;

/**
 * What a leading group decides on.
 *
 * @param round votes belong to a round; what was returned and comes again begins another
 * @param division whose group decides
 */
public record Matter(Kind kind, UUID id, int round, DivisionCode division) {

    /** Each kind keeps its participants, votes and decisions in tables of its own. */
    public enum Kind {
        TASK("task", "application_id"),
        EXIT("exit", "exit_id"),
        EVALUATION("evaluation", "evaluation_id");

        private final String tables;
        private final String key;

        Kind(String tables, String key) {
            this.tables = tables;
            this.key = key;
        }

        /** The statement with the names of this kind's tables ({@code #}) and of their key ({@code @}). */
        String in(String sql) {
            return sql.replace("#", tables).replace("@", key);
        }
    }
}
