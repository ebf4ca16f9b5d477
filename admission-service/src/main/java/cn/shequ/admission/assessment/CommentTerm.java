package cn.shequ.admission.assessment;

import cn.shequ.kit.rulebook.Rule;
import java.time.LocalDate;

/**
 * Until when a division may comment.
 *
 * @param lastDay the last day for it
 * @param rule the row that says so
 */
record CommentTerm(LocalDate lastDay, Rule rule) {

    boolean isOver(LocalDate today) {
        return today.isAfter(lastDay);
    }
}
