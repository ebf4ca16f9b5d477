package cn.shequ.funding.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** On which day and why what remains of a reservation goes back to its fund. */
record Release(
        @NotNull LocalDate bookedOn,
        @NotBlank @Size(max = 1000) String reason) {}
