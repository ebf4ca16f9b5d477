package cn.shequ.events.admission;

import static cn.shequ.events.Shape.CREDIT_CODE;
import static cn.shequ.events.Shape.DIVISION;
import static cn.shequ.events.Shape.PUBLIC_NAME;

import cn.shequ.events.EventData;
import cn.shequ.events.EventType;
import cn.shequ.events.Is;
import cn.shequ.events.Must;
import cn.shequ.events.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that may apply for tasks, as it stands now: renamed, moved, or merged into the one that succeeds it (Art. 7, 35).
 *
 * @param functions which functions of Art. 35 it fulfils in its division; absent where the writer did not know of them yet
 */
@EventType(
        source = "admission",
        name = "department-changed",
        version = 1,
        subject = "creditCode",
        key = "creditCode",
        says = "A body that may apply or demand was registered, renamed, moved, given other functions or succeeded by"
                + " another (Art. 7, 35).")
public record DepartmentChanged(
        @Is(CREDIT_CODE) String creditCode,
        @Is(DIVISION) String division,
        @Is(PUBLIC_NAME) String nameZh,
        @Is(PUBLIC_NAME) @Nullable String nameEn,
        @OneOf(DepartmentCategory.class) String category,
        @OneOf(AffiliationLevel.class) String affiliationLevel,
        @Is(CREDIT_CODE) @Nullable String succeededBy,
        @OneOf(CooperationFunction.class) @Nullable List<String> functions)
        implements EventData {

    public DepartmentChanged {
        Must.be(CREDIT_CODE, "creditCode", creditCode);
        Must.be(DIVISION, "division", division);
        Must.be(PUBLIC_NAME, "nameZh", nameZh);
        Must.beIfPresent(PUBLIC_NAME, "nameEn", nameEn);
        Must.beOneOf(DepartmentCategory.class, "category", category);
        Must.beOneOf(AffiliationLevel.class, "affiliationLevel", affiliationLevel);
        Must.beIfPresent(CREDIT_CODE, "succeededBy", succeededBy);
        Must.hold(!creditCode.equals(succeededBy), "succeededBy", "another body");
        functions = Must.beAllOneOfIfPresent(CooperationFunction.class, "functions", functions);
    }

    @Override
    public String aboutSubject() {
        return creditCode;
    }

    @Override
    public String partitionKey() {
        return creditCode;
    }

    @Override
    public String concernsDivision() {
        return division;
    }
}
