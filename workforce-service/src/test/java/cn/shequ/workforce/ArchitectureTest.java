package cn.shequ.workforce;

import cn.shequ.kit.architecture.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> workforce_is_built_by_the_house_rules() {
        return HouseRules.of("cn.shequ.workforce");
    }
}
