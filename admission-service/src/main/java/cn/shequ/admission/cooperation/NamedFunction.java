package cn.shequ.admission.cooperation;

import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A function as it is shown.
 *
 * @param part the part of whoever fulfils it, and so the category of that body
 * @param article which names it
 */
@Schema(examples = """
                {"code":"CIVIL_AFFAIRS","part":"LEAD_DEPARTMENT","nameZh":"民政","nameEn":"Civil affairs","article":35,\
                "citationZh":"长办发〔2011〕39号第35条","citationEn":"Chang Ban Fa [2011] No. 39, Art. 35"}""")
public record NamedFunction(
        CooperationFunction code,
        DepartmentCategory part,
        String nameZh,
        String nameEn,
        int article,
        String citationZh,
        String citationEn) {}
