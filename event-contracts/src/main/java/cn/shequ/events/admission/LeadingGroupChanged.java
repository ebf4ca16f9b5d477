package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The leading group of a division as it stands from a day on (Art. 34). People are opaque ids; who they are is known to
 * admission-service alone.
 */
@EventType(
        source = "admission",
        name = "leading-group-changed",
        version = 1,
        subject = "group",
        key = "division",
        says = "The leading group of a division has these people from a day on, all of them opaque ids (Art. 34).")
public record LeadingGroupChanged(
        @Is(ID) String group,
        @Is(DIVISION) String division,
        @OneOf(GroupLevel.class) String level,
        @Is(CREDIT_CODE) String hostDepartment,
        @Is(ID) String principalLeader,
        @Is(ID) @Nullable String firstResponsible,
        @Is(ID) @Nullable String directlyResponsible,
        @Is(ID) List<String> members,
        LocalDate validFrom,
        @Is(ID) @Nullable List<String> deputies)
        implements EventData {

    public LeadingGroupChanged {
        Must.be(ID, "group", group);
        Must.be(DIVISION, "division", division);
        Must.beOneOf(GroupLevel.class, "level", level);
        Must.be(CREDIT_CODE, "hostDepartment", hostDepartment);
        Must.be(ID, "principalLeader", principalLeader);
        Must.beIfPresent(ID, "firstResponsible", firstResponsible);
        Must.beIfPresent(ID, "directlyResponsible", directlyResponsible);
        members = Must.beAll(ID, "members", members);
        Must.bePresent("validFrom", validFrom);
        deputies = deputies == null ? null : Must.beAll(ID, "deputies", deputies);
    }

    @Override
    public String aboutSubject() {
        return group;
    }

    @Override
    public String partitionKey() {
        return division;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
