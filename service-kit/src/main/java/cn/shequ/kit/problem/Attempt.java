package cn.shequ.kit.problem;

import java.util.Optional;
import java.util.UUID;

/** Something that was tried and is kept, refused or not. */
public interface Attempt {

    UUID id();

    /** Why it is refused; empty when it is not. */
    Optional<Refusal> refusal();
}
