package cn.shequ.admission.seal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A seal with its handovers, the newest first, at most a hundred. */
public record SealView(@JsonUnwrapped Seal seal, List<SealHandover> handovers) {}
