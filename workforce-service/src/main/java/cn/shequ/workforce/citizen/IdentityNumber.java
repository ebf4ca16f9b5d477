package cn.shequ.workforce.citizen;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a citizen identity number of somebody who is born; what is wrong with it is said without repeating it. */
@Documented
@Constraint(validatedBy = IdentityNumber.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface IdentityNumber {

    String message() default "{cn.shequ.workforce.identity-number}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves an absent text to {@code @NotNull}. */
    final class Check implements ConstraintValidator<IdentityNumber, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isOfSomebodyBorn(text, context);
        }

        private static boolean isOfSomebodyBorn(String text, ConstraintValidatorContext context) {
            try {
                java.time.LocalDate today =
                        java.time.LocalDate.now(context.getClockProvider().getClock());
                return !CitizenIdentityNumber.of(text).birthDate().isAfter(today);
            } catch (IllegalArgumentException notANumber) {
                return false;
            }
        }
    }
}
