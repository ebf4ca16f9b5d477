package cn.shequ.admission.assessment;

import cn.shequ.admission.dueday.DueDay;
import cn.shequ.kit.rulebook.Rule;
import java.time.LocalDate;

/**
 * Until when a division may comment.
 *
 * @param last the last day for it
 * @param rule the row that says so
 */
record CommentTerm(DueDay last, Rule rule) {

    LocalDate lastDay() {
        return last.day();
    }

    boolean isOver(LocalDate today) {
        return last.isOver(today);
    }
}
