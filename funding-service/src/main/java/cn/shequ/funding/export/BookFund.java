package cn.shequ.funding.export;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fund as the books name it. */
record BookFund(
        UUID id, String source, String purpose, @Nullable DivisionCode community, int fiscalYear, LocalDate spendBy) {}
