package cn.shequ.admission.scope;

import cn.shequ.events.admission.AssistanceDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The sixteen domains with their names, in the order in which Art. 4 lists them. */
public final class Domains {

    private static final Set<String> CODES =
            Arrays.stream(AssistanceDomain.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private Domains() {}

    /** A domain as it is shown. */
    public record Named(AssistanceDomain code, String nameZh, String nameEn) {}

    public static List<Named> all() {
        return Arrays.stream(AssistanceDomain.values()).map(Domains::named).toList();
    }

    public static boolean isDomain(String matter) {
        return CODES.contains(matter);
    }

    public static Named named(AssistanceDomain domain) {
        return switch (domain) {
            case PUBLIC_SECURITY -> new Named(domain, "社会治安", "Public security");
            case COMMUNITY_CORRECTION -> new Named(domain, "社区矫正", "Community correction");
            case PUBLIC_HEALTH -> new Named(domain, "公共卫生", "Public health");
            case FAMILY_PLANNING -> new Named(domain, "计划生育", "Family planning");
            case PREFERENTIAL_TREATMENT_AND_RELIEF -> new Named(domain, "优抚救济", "Preferential treatment and relief");
            case COMMUNITY_EDUCATION -> new Named(domain, "社区教育", "Community education");
            case EMPLOYMENT -> new Named(domain, "劳动就业", "Employment");
            case SOCIAL_SECURITY -> new Named(domain, "社会保障", "Social security");
            case SOCIAL_ASSISTANCE -> new Named(domain, "社会救助", "Social assistance");
            case HOUSING_SECURITY -> new Named(domain, "住房保障", "Housing security");
            case CULTURE_AND_SPORTS -> new Named(domain, "文化体育", "Culture and sports");
            case CONSUMER_RIGHTS -> new Named(domain, "消费维权", "Consumer rights");
            case RIGHTS_OF_THE_ELDERLY -> new Named(domain, "老年人权益保障", "Rights of the elderly");
            case RIGHTS_OF_THE_DISABLED -> new Named(domain, "残疾人权益保障", "Rights of the disabled");
            case RIGHTS_OF_MINORS -> new Named(domain, "未成年人权益保障", "Rights of minors");
            case RIGHTS_OF_THE_FLOATING_POPULATION ->
                new Named(domain, "流动人口权益保障", "Rights of the floating population");
        };
    }
}
