package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;
import static cn.shequ.events.Whole.PART;

import cn.shequ.events.Counts;
import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import cn.shequ.events.Parts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application reached the leading group of a division (Art. 4, 5). The subdistricts and districts of the communities hear
 * of it here (Art. 2). Without a domain it rests on exceptional grounds.
 */
@EventType(
        source = "admission",
        name = "task-submitted",
        version = 1,
        subject = "application",
        key = "application",
        says =
                "A department asks to hand a task to communities; the offices of their territory hear of it (Art. 2, 4).")
public record TaskSubmitted(
        @Is(ID) String application,
        @Is(CREDIT_CODE) String department,
        @Is(DIVISION) String division,
        @OneOf(AssistanceDomain.class) @Nullable String domain,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate submittedOn,
        @Counts(PART) int part,
        @Counts(PART) int parts,
        @Is(DIVISION) List<String> communities)
        implements EventData {

    public TaskSubmitted {
        Must.be(ID, "application", application);
        Must.be(CREDIT_CODE, "department", department);
        Must.be(DIVISION, "division", division);
        Must.beOneOfIfPresent(AssistanceDomain.class, "domain", domain);
        Must.bePresent("validTo", validTo);
        Must.beInOrder("validTo", validFrom, validTo);
        Must.bePresent("submittedOn", submittedOn);
        Parts.check(part, parts);
        communities = Must.beAll(DIVISION, "communities", communities);
    }

    @Override
    public String aboutSubject() {
        return application;
    }

    @Override
    public String partitionKey() {
        return application;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
