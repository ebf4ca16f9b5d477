package cn.shequ.admission.leadinggroup;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A division that has to have a leading group.
 *
 * @param leadingGroup its group; absent where there is none
 * @param inOffice whether it has a group that is composed, with a leader and members in term
 * @param lacks everything it lacks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoveredDivision(
        DivisionCode division,
        String nameZh,
        DivisionLevel level,
        @Nullable UUID leadingGroup,
        boolean inOffice,
        List<Lack> lacks) {}
