package cn.shequ.kit.probe;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

record NewProbe(
        @NotNull DivisionCode division,
        @NotBlank @Size(max = 20) String name,
        @NotNull Money amount,
        @Nullable DivisionLevel level,
        @Nullable LocalDate on,
        @Nullable Integer count,
        @Size(max = 3) @Nullable List<@Valid Part> parts) {

    record Part(@NotNull DivisionCode division, @NotBlank String name) {}
}
