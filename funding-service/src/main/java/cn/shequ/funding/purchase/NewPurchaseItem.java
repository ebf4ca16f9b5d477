package cn.shequ.funding.purchase;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** An item to be listed; its code is unique in its division's catalogue. */
public record NewPurchaseItem(
        @NotNull DivisionCode division,

        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9.-]{0,39}")
        String code,

        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 2000) String description) {}
