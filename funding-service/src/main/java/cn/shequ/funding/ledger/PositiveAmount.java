package cn.shequ.funding.ledger;

import cn.shequ.kit.money.Money;
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

/** The amount is more than nothing. */
@Documented
@Constraint(validatedBy = PositiveAmount.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
public @interface PositiveAmount {

    String message() default "{jakarta.validation.constraints.Positive.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A missing amount is another finding. */
    class Check implements ConstraintValidator<PositiveAmount, Money> {
        @Override
        public boolean isValid(@Nullable Money amount, ConstraintValidatorContext context) {
            return amount == null || amount.isPositive();
        }
    }
}
