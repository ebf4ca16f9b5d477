package cn.shequ.funding;

import cn.shequ.kit.architecture.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> funding_is_built_by_the_house_rules() {
        return HouseRules.of("cn.shequ.funding");
    }
}
