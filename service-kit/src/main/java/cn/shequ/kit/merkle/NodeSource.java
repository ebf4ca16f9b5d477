package cn.shequ.kit.merkle;

import java.util.Collection;
import java.util.Map;

/** Where complete nodes are looked up, all that one answer needs at once. */
@FunctionalInterface
public interface NodeSource {
    Map<Node, Hash> nodes(Collection<Node> wanted);
}
