package org.hrscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.geometry.Point2D;
import org.hrscope.ui.inspector.Leaders.Line;
import org.hrscope.ui.inspector.Leaders.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Labels beside a figure.
class LeadersTest {
    private static final double LEFT = 160;
    private static final double HEIGHT = 150;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void linesCrossNoneAndLabelsShareTheHeight(int count) {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Point2D at =
                        new Point2D(50 + 40 * random.nextDouble(), 50 + 40 * random.nextDouble());
                places.add(new Place(at, List.of(at.add(8, 0), at.add(6, -5), at.add(6, 5))));
            }
            List<Double> heights = Collections.nCopies(count, 30.0);
            Leaders leaders = Leaders.of(places, heights, LEFT, 10, HEIGHT);
            assertThat(leaders.order()).hasSize(count).doesNotHaveDuplicates();
            double before = 10;
            for (int place : leaders.order()) {
                Point2D label = leaders.lines().get(place).to();
                assertThat(label.getX()).isEqualTo(LEFT);
                assertThat(label.getY() - 15).isGreaterThanOrEqualTo(before);
                before = label.getY() + 15;
            }
            assertThat(before).isLessThanOrEqualTo(10 + HEIGHT);
            for (Line one : leaders.lines()) {
                for (Line other : leaders.lines()) {
                    assertThat(one != other && one.crosses(other)).as("seed " + seed).isFalse();
                }
            }
        }
    }
}
