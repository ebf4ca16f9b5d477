package cn.shequ.events.admission;

import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.ID;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.time.LocalDate;

/**
 * A subdistrict office took an organisation of one of the five kinds on file (Art. 23). Filed organisations have no credit
 * code; the public list of admission says what this one is called.
 */
@EventType(
        source = "admission",
        name = "organisation-filed",
        version = 1,
        subject = "organisation",
        key = "organisation",
        says = "A subdistrict office took a community social organisation of one of the five kinds on file (Art. 23).")
public record OrganisationFiled(
        @Is(ID) String organisation,
        @Is(DIVISION) String community,
        @OneOf(OrganisationKind.class) String kind,
        @OneOf(OrganisationCategory.class) String category,
        LocalDate filedOn)
        implements EventData {

    public OrganisationFiled {
        Must.be(ID, "organisation", organisation);
        Must.be(DIVISION, "community", community);
        Must.beOneOf(OrganisationKind.class, "kind", kind);
        Must.beOneOf(OrganisationCategory.class, "category", category);
        Must.bePresent("filedOn", filedOn);
    }

    @Override
    public String aboutSubject() {
        return organisation;
    }

    @Override
    public String partitionKey() {
        return organisation;
    }

    @Override
    public String concernsDivision() {
        return community;
    }
}
