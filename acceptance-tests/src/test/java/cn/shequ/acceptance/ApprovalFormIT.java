package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The approval form on paper, and how a community that is shown it checks it (Art. 4, 5). */
class ApprovalFormIT {

    private static final City CITY = SuiteUnderTest.city();
    private static final String CHECK = "/admission/v1/approval-form-verifications/";
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}");

    @Test
    @Tag("art-4-allows")
    @Tag("art-5-allows")
    void aSignedFormIsPrintedThroughTheGatewayAndConfirmedToEverybody() throws IOException {
        String application = SuiteUnderTest.story().signed().application();
        Answer form = CITY.as("community-huayang")
                .get("/admission/v1/task-applications/" + application + "/approval-form")
                .expect(200);
        assertThat(form.headers().get("content-type")).containsExactly("application/pdf");
        String words = words(form.body());
        assertThat(words).contains("社区工作准入审批表", application, "老年人健康体检登记", "准予进入社区");

        Matcher code = CODE.matcher(words);
        assertThat(code.find()).isTrue();
        Answer print = CITY.anybody().get(CHECK + code.group()).expect(200);
        assertThat(print.text("/application")).isEqualTo(application);
        assertThat(print.text("/department")).isEqualTo(Places.HEALTH);
        assertThat(print.text("/stage")).isEqualTo("SIGNED");
        assertThat(print.text("/standing")).isEqualTo("PRESENT");
    }

    @Test
    @Tag("art-4-refuses")
    void whatWasNotSubmittedHasNoFormAndAForgedCodeIsNotConfirmed() {
        SuiteUnderTest.story().signed();
        City.Visitor department = CITY.as("health-nanguan");
        String draft = department
                .post("/admission/v1/task-applications", Map.of("title", "尚未提交的事项"))
                .expect(201)
                .text("/id");
        Answer refused = department.get("/admission/v1/task-applications/" + draft + "/approval-form");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("no-form-to-print");

        assertThat(CITY.anybody().get(CHECK + "00000-00000-00000-00000").text("/code"))
                .isEqualTo("verification-code-unknown");
        assertThat(CITY.anybody().get(CHECK + "00000-00000-00000-00001").text("/code"))
                .isEqualTo("verification-code-mistyped");
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
