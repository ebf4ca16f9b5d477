package cn.shequ.admission.cooperation;

import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a division, function by function (Art. 35).
 *
 * @param required how many functions the article names
 * @param present how many of them a body in existence fulfils here
 */
@Schema(examples = """
                {"division":"220102000000","required":23,"present":1,"functions":[\
                {"function":"CIVIL_AFFAIRS","part":"LEAD_DEPARTMENT","nameZh":"民政","nameEn":"Civil affairs",\
                "missing":false,"body":{"creditCode":"11220102DEM0000309","nameZh":"南关区民政局（演示）"}},\
                {"function":"EDUCATION","part":"COOPERATING_DEPARTMENT","nameZh":"教育","nameEn":"Education",\
                "missing":true}]}""")
public record CooperationRoster(DivisionCode division, int required, int present, List<RosterLine> functions) {

    /**
     * One function.
     *
     * @param body who fulfils it; absent while it is missing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RosterLine(
            CooperationFunction function,
            DepartmentCategory part,
            String nameZh,
            String nameEn,
            boolean missing,
            @Nullable RosterBody body) {}

    /** A registered body by its name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RosterBody(
            CreditCode creditCode, String nameZh, @Nullable String nameEn) {}

    static CooperationRoster of(DivisionCode division, Functions functions, Collection<Fulfilment> fulfilments) {
        Map<CooperationFunction, Fulfilment> present =
                fulfilments.stream().collect(Collectors.toMap(Fulfilment::function, Function.identity()));
        List<RosterLine> lines = functions.all().stream()
                .map(named -> line(named, present.get(named.code())))
                .toList();
        return new CooperationRoster(division, lines.size(), present.size(), lines);
    }

    private static RosterLine line(NamedFunction named, @Nullable Fulfilment found) {
        return new RosterLine(
                named.code(),
                named.part(),
                named.nameZh(),
                named.nameEn(),
                found == null,
                found == null ? null : new RosterBody(found.creditCode(), found.nameZh(), found.nameEn()));
    }
}
