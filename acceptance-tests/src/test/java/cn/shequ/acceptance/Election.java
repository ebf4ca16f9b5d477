package cn.shequ.acceptance;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import java.time.LocalDate;
import java.util.Map;

/** Elections of residents' committees in Nanling, as its subdistrict office records them. */
public final class Election {

    private Election() {}

    /** Of a director, two deputies and four members. */
    public static Answer recorded(City city, String community, LocalDate on) {
        return recorded(city, community, on, 4);
    }

    static Answer recorded(City city, String community, LocalDate on, int members) {
        return city.as("officer-nanling")
                .post(
                        "/workforce/v1/committee-terms",
                        Map.of(
                                "community",
                                community,
                                "electedOn",
                                on.toString(),
                                "deputies",
                                2,
                                "members",
                                members,
                                "resultTitle",
                                "居民委员会选举结果公告（演示）",
                                "resultNumber",
                                "演示选〔2026〕1号",
                                "number",
                                11));
    }
}
