package org.laurel.completion.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.statistics.domain.CourseOverview.StuckPoint;
import org.laurel.completion.structure.domain.CourseGraph;

/** Verticals u to z in this order; of audiences how many see which, of verticals how many have completed them. */
class StuckPointsTest {

    private static final String VERTICALS = "uvwxyz";
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            everybody goes on                           | 10:uvw           | u8 v8 w8           | nothing
            two stop at v                               | 10:uvw           | u8 v6 w6           | v2
            more stop at w                              | 10:uvw           | u8 v6 w1           | w5 v2
            as many at both, the earlier one first      | 10:uvw           | u8 v6 w4           | v2 w2
            more are through than before                | 10:uvw           | u4 v6 w6           | nothing
            the first vertical is compared with none    | 10:u             | u0                 | nothing
            nobody has begun                            | 10:uvw           | u0 v0 w0           | nothing
            nobody is there                             | 0:uvw            | u0 v0 w0           | nothing
            x is for 3 of 1000                          | 997:uvw 3:uvwx   | u900 v890 w880 x0  | v10 w10
            x is for less than half                     | 51:uvw 49:uvwx   | u90 v80 w70 x0     | v10 w10
            x is for half, and another half's is before | 50:uvx 50:uvw    | u90 v80 w40 x40    | v10
            less than half of them sees both w and x    | 50:uvw 50:uvx 80:uvwx | u170 v160 w130 x65 | x51 v10
            x is for more than half                     | 40:uvw 60:uvwx   | u90 v80 w80 x30    | x18 v10
            after x comes what all see                  | 1:uvw 9:uvwxy    | u10 v10 w10 x9 y3  | y6
            less than half sees v, w follows u          | 60:uw 40:uvw     | u90 v1 w80         | w10
            the larger group loses more, if less share  | 40:uv 60:uvw     | u100 v70 w40       | v30 w2
            nobody can earn anything in v               | 10:uw            | u8 v0 w6           | w2
            who earned by own assignment could          | 6:uv 4:u         | u10 v8             | nothing
            """)
    void areWhereMostAreLost(String why, String audiences, String completed, String expected) {
        // Given
        List<Audience> learners = audiences(audiences);
        Map<String, Totals> counted = counted(completed);

        // When
        List<StuckPoint> points = StuckPoints.of(verticals(), learners, counted, 100);

        // Then
        String found = points.isEmpty()
                ? null
                : String.join(
                        " ",
                        points.stream()
                                .map(point -> point.blockKey() + Math.round(point.lost()))
                                .toList());
        assertThat(found).as(why).isEqualTo(expected);
    }

    @Test
    void tellHowManyAreThroughAndHowManyAreLost() {
        // Given
        List<Audience> learners = audiences("40:uvw 60:uvwx");

        // When
        List<StuckPoint> points = StuckPoints.of(verticals(), learners, counted("u90 v80 w80 x30"), 1);

        // Then
        assertThat(points).singleElement().satisfies(point -> {
            assertThat(point.before()).isEqualTo(80);
            assertThat(point.after()).isEqualTo(30);
            assertThat(point.drop()).isCloseTo(0.8 - 0.5, CLOSE);
            assertThat(point.lost()).isCloseTo(0.8 * 60 - 30, CLOSE);
        });
    }

    private static List<CourseGraph.Kept> verticals() {
        return IntStream.range(0, VERTICALS.length())
                .mapToObj(number ->
                        new CourseGraph.Kept(number, String.valueOf(VERTICALS.charAt(number)), "vertical", null))
                .toList();
    }

    private static List<Audience> audiences(String text) {
        return Stream.of(text.split(" ", -1))
                .map(one -> one.split(":", -1))
                .map(parts -> new Audience(
                        Long.parseLong(parts[0]), false, number -> parts[1].indexOf(VERTICALS.charAt(number)) >= 0))
                .toList();
    }

    private static Map<String, Totals> counted(String text) {
        Map<String, Totals> counted = new HashMap<>();
        for (String one : text.split(" ", -1)) {
            long learners = Long.parseLong(one.substring(1));
            counted.put(
                    one.substring(0, 1),
                    new Totals(learners, learners, learners, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        }
        return counted;
    }
}
