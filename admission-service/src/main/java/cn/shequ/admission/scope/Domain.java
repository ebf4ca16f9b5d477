package cn.shequ.admission.scope;

import cn.shequ.events.admission.AssistanceDomain;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A domain as it is shown.
 *
 * @param article which names it
 */
@Schema(examples = """
                {"code":"PUBLIC_HEALTH","nameZh":"公共卫生","nameEn":"Public health","article":4,\
                "citationZh":"长办发〔2011〕39号第4条","citationEn":"Chang Ban Fa [2011] No. 39, Art. 4"}""")
public record Domain(
        AssistanceDomain code, String nameZh, String nameEn, int article, String citationZh, String citationEn) {}
