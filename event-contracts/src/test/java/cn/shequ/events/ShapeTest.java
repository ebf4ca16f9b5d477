package cn.shequ.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {

    @ParameterizedTest
    @EnumSource
    void every_shape_accepts_its_own_example_and_nothing_around_it(Shape shape) {
        assertThat(shape.fits(shape.example())).isTrue();
        assertThat(shape.fits(shape.example() + "\n")).isFalse();
        assertThat(shape.fits("\t" + shape.example())).isFalse();
        assertThat(shape.fits("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DIVISION, 22010200100",
        "DIVISION, 2201020010011",
        "DIVISION, ２２０１０２００１００１",
        "AMOUNT, 55000",
        "AMOUNT, 55000.0",
        "AMOUNT, -1.00",
        "AMOUNT, 01.00",
        "AMOUNT, 1e3",
        "AMOUNT, 100000000000000000.00",
        "AREA, 599.995",
        "FIGURE, .5",
        "FIGURE, NaN",
        "ARTICLE, 0",
        "ARTICLE, 37",
        "ARTICLE, 07",
        "ID, 019A9C5E-0000-7000-8000-000000000001",
        "ID, 019a9c5e-0000-0000-8000-000000000001",
        "CREDIT_CODE, 11220100MB000000IY",
        "PAYER, 2201020010011",
        "CODE, hospitality",
        "RULE, 300.00",
        "SHA_256, 5A5A",
        "UNIT, m"
    })
    void a_shape_refuses_what_only_looks_alike(Shape shape, String text) {
        assertThat(shape.fits(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"600.00", "50", "--03-31", "URBAN_DISTRICT", "URBAN_DISTRICT,DEVELOPMENT_ZONE"})
    void the_value_of_a_rule_is_a_figure_a_day_of_the_year_or_words(String value) {
        assertThat(Shape.RULE_VALUE.fits(value)).isTrue();
    }

    @Test
    void no_article_is_beyond_the_thirty_six_of_the_policy() {
        for (int article = 1; article <= 36; article++) {
            assertThat(Shape.ARTICLE.fits(Integer.toString(article))).isTrue();
        }
    }
}
