package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// Labels stand beside their joints, and none on another.
class LabelPlacesTest {
    private static final double HIGH = 14.4;

    @Test
    void noLabelBelowWhatFloats() {
        Rectangle2D legend = new Rectangle2D(105, 40, 200, 40);
        Point2D place = new LabelPlaces(List.of(legend)).beside(100.5, 60, 40, HIGH).orElseThrow();
        assertThat(new Rectangle2D(place.getX(), place.getY() - HIGH, 40, HIGH).intersects(legend))
                .isFalse();
    }

    @Test
    void theFirstStandsToTheRight() {
        Point2D place = new LabelPlaces(List.of()).beside(100.5, 60, 40, HIGH).orElseThrow();
        assertThat(place.getX()).isEqualTo(110.5);
        assertThat(place.getY()).isEqualTo(60 + HIGH / 2);
    }

    @Test
    void theFiveJointsOfAFaceAllFindRoom() {
        LabelPlaces places = new LabelPlaces(List.of());
        double[][] face = {{100, 50}, {106, 44}, {94, 44}, {114, 47}, {86.5, 47}};
        for (double[] joint : face) {
            assertThat(places.beside(joint[0], joint[1], 62, HIGH)).isPresent();
        }
    }

    @Test
    void noneCoversAnotherHoweverManyThereAre() {
        Random random = new Random(5);
        LabelPlaces places = new LabelPlaces(List.of());
        List<Rectangle2D> drawn = new ArrayList<>();
        for (int i = 0; i < 133; i++) {
            double width = 20 + 60 * random.nextDouble();
            places.beside(200 * random.nextDouble(), 200 * random.nextDouble(), width, HIGH)
                    .ifPresent(at -> {
                        Rectangle2D label =
                                new Rectangle2D(at.getX(), at.getY() - HIGH, width, HIGH);
                        assertThat(drawn).noneMatch(label::intersects);
                        drawn.add(label);
                    });
        }
        assertThat(drawn).hasSizeGreaterThan(30);
    }
}
