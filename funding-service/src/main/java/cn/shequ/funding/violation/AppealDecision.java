package cn.shequ.funding.violation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** How an appeal ends, and why. */
public record AppealDecision(
        @NotNull Outcome outcome,
        @NotBlank @Size(max = 4000) String statement) {

    /** Refused or granted. */
    public enum Outcome {
        /** 维持. */
        UPHELD,
        /** 撤销. */
        LIFTED;

        ViolationStep step() {
            return switch (this) {
                case UPHELD -> ViolationStep.UPHELD;
                case LIFTED -> ViolationStep.LIFTED;
            };
        }
    }
}
