package cn.shequ.admission.evaluation;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/** When a community is visited for everything that is evaluated in a year (Art. 7). */
public record EvaluationVisit(
        DivisionCode community,
        LocalDate visitOn,
        @JsonIgnore String plannedBy,
        LocalDate plannedOn) {}
