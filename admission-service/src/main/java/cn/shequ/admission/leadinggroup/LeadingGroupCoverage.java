package cn.shequ.admission.leadinggroup;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which divisions have their leading group on a day, and what the others lack (Art. 34).
 *
 * @param counts over all divisions, whatever page is shown and whatever it is asked for
 * @param next the cursor of the following page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"division":"220102000000","on":"2026-03-20","counts":{"divisions":2,"inOffice":1,"withoutGroup":1,\
                "withoutLeader":0,"withoutMembers":0,"withoutDeputy":1,"withoutResponsiblePerson":0},"items":[\
                {"division":"220102000000","nameZh":"南关区","level":"COUNTY_LEVEL",\
                "leadingGroup":"0199c5e0-0000-7000-8000-000000000001","inOffice":true,"lacks":["DEPUTY"]},\
                {"division":"220102001000","nameZh":"南岭街道","level":"TOWNSHIP_LEVEL","inOffice":false,\
                "lacks":["GROUP"]}]}""")
public record LeadingGroupCoverage(
        DivisionCode division,
        LocalDate on,
        CoverageCounts counts,
        List<CoveredDivision> items,
        @Nullable String next) {}
