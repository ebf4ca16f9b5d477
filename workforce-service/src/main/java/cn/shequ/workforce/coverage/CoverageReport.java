package cn.shequ.workforce.coverage;

import cn.shequ.kit.paging.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** A division's coverage on a day, and that of what lies directly below it. */
record CoverageReport(LocalDate asOf, @JsonUnwrapped CoverageLine own, Page<CoverageLine> below) {}
