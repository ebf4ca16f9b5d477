package cn.shequ.acceptance;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What Nanguan's office wants of its subdistricts: no weak community, and everybody at standard. */
public final class AnnualTargets {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final String ASSESSMENTS = "/admission/v1/assessments";

    /** Facilities measures every day when it is over; the first time, soon after the territory has arrived. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private AnnualTargets() {}

    static Map<String, Object> of(String division, String subject, int year, int weightOfWeak) {
        return Map.of(
                "division",
                division,
                "subject",
                subject,
                "year",
                year,
                "targets",
                List.of(
                        Map.of(
                                "indicator",
                                "weak-communities",
                                "comparison",
                                "AT_MOST",
                                "value",
                                "0",
                                "weight",
                                weightOfWeak),
                        Map.of(
                                "indicator",
                                "premises-at-standard",
                                "comparison",
                                "AT_LEAST",
                                "value",
                                "100",
                                "weight",
                                40)));
    }

    static Answer asked(City city, Map<String, Object> targets) {
        return city.as("office-nanguan").post(ASSESSMENTS, targets);
    }

    /** Drafted as soon as the figures of facilities are known: what nobody measures is no target. */
    public static String drafted(City city, String subject, int year) {
        return City.eventually("figures of facilities", PATIENCE, () -> {
            Answer answer = asked(city, of(Places.NANGUAN, subject, year, 60));
            return answer.status() == 201 ? answer.text("/id") : null;
        });
    }

    /** Issued to the subdistrict. */
    public static String issued(City city, String subject, int year) {
        String id = drafted(city, subject, year);
        city.as("office-nanguan")
                .post(ASSESSMENTS + "/" + id + "/issuance", Map.of())
                .expect(200);
        return id;
    }
}
