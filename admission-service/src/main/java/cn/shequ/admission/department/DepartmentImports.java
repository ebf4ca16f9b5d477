package cn.shequ.admission.department;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.CreditCodes;
import cn.shequ.admission.OwnTable;
import cn.shequ.admission.cooperation.Fulfilments;
import cn.shequ.admission.cooperation.Functions;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.events.admission.DepartmentCategory;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.imports.CatalogueImport;
import cn.shequ.kit.imports.CatalogueImports;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Registers the bodies of a table, all or none; a city starts with such lists. */
@ApplicationScoped
class DepartmentImports {

    static final List<String> COLUMNS =
            List.of("creditCode", "division", "nameZh", "nameEn", "category", "affiliationLevel");

    /** Tables from before it was asked for do not have it. */
    static final List<String> FURTHER_COLUMNS = List.of(FunctionColumn.NAME);

    private final CatalogueImports imports;
    private final Departments departments;
    private final CreditCodes creditCodes;
    private final OwnTable ownTable;
    private final Functions functions;
    private final Fulfilments fulfilments;
    private final Territory territory;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    DepartmentImports(
            CatalogueImports imports,
            Departments departments,
            CreditCodes creditCodes,
            OwnTable ownTable,
            Functions functions,
            Fulfilments fulfilments,
            Territory territory,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.imports = imports;
        this.departments = departments;
        this.creditCodes = creditCodes;
        this.ownTable = ownTable;
        this.functions = functions;
        this.fulfilments = fulfilments;
        this.territory = territory;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    List<LineReport> take(List<CsvLine> table, boolean dryRun) {
        return imports.take(
                "departments", dryRun, () -> judged(table), AdmissionProblem.IMPORT_REFUSED, this::register);
    }

    private boolean register(List<NewDepartment> bodies) {
        List<Department> added = bodies.stream().map(NewDepartment::department).toList();
        if (!departments.addAll(added)
                || !added.stream()
                        .allMatch(body -> fulfilments.add(
                                body.creditCode(), body.division(), body.category(), body.functions()))) {
            return false;
        }
        events.append(added.stream().map(Department::changed).toList());
        return true;
    }

    private CatalogueImport<NewDepartment> judged(List<CsvLine> table) {
        Map<DivisionCode, DivisionLevel> own = own();
        FunctionColumn column = new FunctionColumn(functions, fulfilments.in(own.keySet()));
        Map<CsvLine, NewDepartment> bodies = new LinkedHashMap<>();
        table.forEach(line -> bodies.put(line, read(line, own, column)));
        bodies.values().removeIf(Objects::isNull);
        noteOrganisations(bodies);
        CatalogueImport<NewDepartment> judged = CatalogueImport.judge(
                table, bodies::get, body -> body.creditCode().value(), departments::registered, NewDepartment::agrees);
        ownTable.require(table, "division", judged.report());
        return judged;
    }

    private void noteOrganisations(Map<CsvLine, NewDepartment> bodies) {
        Set<CreditCode> others = creditCodes.ofOrganisations(
                bodies.values().stream().map(NewDepartment::creditCode).collect(Collectors.toSet()));
        bodies.forEach((line, body) -> {
            if (others.contains(body.creditCode())) {
                line.note("creditCode", "credit-code-registered", Map.of("value", body.creditCode()));
            }
        });
    }

    /** The divisions of the caller's territory, with their levels. */
    private Map<DivisionCode, DivisionLevel> own() {
        DivisionCode caller = callers.current().division();
        Map<DivisionCode, DivisionLevel> own = new HashMap<>();
        if (caller != null) {
            LocalDate today = LocalDate.now(clock);
            for (DivisionLevel level : DivisionLevel.values()) {
                territory.within(caller, level, today).forEach(division -> own.put(division.code(), level));
            }
        }
        return own;
    }

    private static @Nullable NewDepartment read(
            CsvLine line, Map<DivisionCode, DivisionLevel> own, FunctionColumn column) {
        NewDepartment body = read(line, own);
        if (body != null) {
            column.check(line, body);
        }
        return body;
    }

    private static @Nullable NewDepartment read(CsvLine line, Map<DivisionCode, DivisionLevel> own) {
        CreditCode creditCode = line.value("creditCode", "not-a-credit-code", CreditCode::of);
        DivisionCode division = line.value("division", "not-a-division-code", DivisionCode::of);
        String nameZh = line.words("nameZh", 64);
        String nameEn = line.text("nameEn").isEmpty() ? null : line.words("nameEn", 64);
        DepartmentCategory category = line.value("category", "not-a-choice", DepartmentCategory::valueOf);
        AffiliationLevel level = line.value("affiliationLevel", "not-a-choice", AffiliationLevel::valueOf);
        Set<CooperationFunction> functions = FunctionColumn.read(line);
        if (division != null) {
            checkPlace(line, own.get(division), level);
        }
        return creditCode == null || division == null || nameZh == null || category == null || level == null
                ? null
                : new NewDepartment(creditCode, division, nameZh, nameEn, category, level, functions);
    }

    private static void checkPlace(
            CsvLine line, @Nullable DivisionLevel found, @Nullable AffiliationLevel affiliation) {
        if (found == null) {
            OwnTable.noteOutside(line, "division");
        } else if (affiliation != null && !AffiliationRule.fits(affiliation, found)) {
            line.note(
                    "affiliationLevel",
                    "level-does-not-fit",
                    Map.of("required", AffiliationRule.required(affiliation), "actual", found));
        }
    }
}
