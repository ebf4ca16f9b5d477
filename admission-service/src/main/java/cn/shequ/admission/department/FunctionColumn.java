package cn.shequ.admission.department;

import cn.shequ.admission.cooperation.Fulfilment;
import cn.shequ.admission.cooperation.Functions;
import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.imports.CsvLine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The column of a table of bodies that says which functions of Art. 35 they fulfil, with semicolons between them. */
final class FunctionColumn {

    static final String NAME = "functions";

    private record Place(DivisionCode division, CooperationFunction function) {}

    private final Functions functions;
    private final Map<Place, CreditCode> fulfilled = new HashMap<>();

    /** @param onRecord in the divisions of the table; what its own lines say is added as they are checked */
    FunctionColumn(Functions functions, List<Fulfilment> onRecord) {
        this.functions = functions;
        onRecord.forEach(one -> fulfilled.put(new Place(one.division(), one.function()), one.creditCode()));
    }

    /** Null where the line says nothing of them. */
    static @Nullable Set<CooperationFunction> read(CsvLine line) {
        return line.optional(
                NAME,
                "not-a-choice",
                text -> Functions.inOrder(Arrays.stream(text.split(";"))
                        .map(function -> CooperationFunction.valueOf(function.strip()))
                        .collect(Collectors.toSet())));
    }

    /** Each has the category of its function, and one body in each division. */
    void check(CsvLine line, NewDepartment body) {
        Set<CooperationFunction> named = body.functions();
        if (named != null) {
            named.forEach(function -> check(line, body, function));
        }
    }

    private void check(CsvLine line, NewDepartment body, CooperationFunction function) {
        DepartmentCategory category = body.category();
        if (!functions.fit(category, function)) {
            line.note(
                    NAME,
                    "category-does-not-fit",
                    Map.of("function", function, "required", functions.part(function), "actual", category));
        }
        CreditCode other = fulfilled.putIfAbsent(new Place(body.division(), function), body.creditCode());
        if (other != null && !other.equals(body.creditCode())) {
            line.note(NAME, "function-fulfilled", Map.of("function", function, "body", other));
        }
    }
}
