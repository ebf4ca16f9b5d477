package cn.shequ.kit.problem;

import cn.shequ.kit.rulebook.KeptRule;
import cn.shequ.kit.rulebook.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that is refused: thrown, it rolls the transaction back and is shown to the caller as a
 * problem with its figures. (A refusal that must itself be kept is returned instead: see
 * {@link Problems#recorded}.)
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient Map<String, Object> figures = new LinkedHashMap<>();
    private final transient List<FieldError> errors = new ArrayList<>();
    private transient @Nullable Rule rule;
    private transient @Nullable KeptRule kept;
    private transient @Nullable Duration retryAfter;

    private Refusal(ProblemCode code) {
        super(code.code(), null, false, false);
        this.code = code;
    }

    public static Refusal of(ProblemCode code) {
        return new Refusal(code);
    }

    /** Adds a figure, shown in the answer and named {@code ${name}} in the texts. */
    public Refusal with(String name, Object value) {
        figures.put(name, value);
        return this;
    }

    /** Names the rulebook row that decided; a product default then takes the articles' place. */
    public Refusal under(Rule decisive) {
        this.rule = decisive;
        return under(decisive.kept());
    }

    /** The same for a row that an earlier decision was made under, of which it keeps the reference. */
    public Refusal under(KeptRule decisive) {
        this.kept = decisive;
        return this;
    }

    public Refusal at(FieldError error) {
        errors.add(error);
        return this;
    }

    public Refusal retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    /** The articles the refusal rests on; none when a product default decided. */
    public List<Integer> articles() {
        return kept != null && !kept.restsOnPolicy() ? List.of() : code.articles();
    }

    public Map<String, Object> figures() {
        return Collections.unmodifiableMap(figures);
    }

    public List<FieldError> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** The row that decided now; null where none did, or one of an earlier decision. */
    public @Nullable Rule rule() {
        return rule;
    }

    /** The reference of the row that decided, now or earlier. */
    public @Nullable String ruleReference() {
        return kept == null ? null : kept.reference();
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
