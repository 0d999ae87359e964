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

    /// `0.90` and `0.91` that touch would be read as one number.
    @Test
    void labelsInALineKeepApart() {
        LabelPlaces places = new LabelPlaces(List.of());
        Point2D one = places.beside(100, 60, 26, HIGH).orElseThrow();
        assertThat(one.getX() + 26).as("where the next would begin").isEqualTo(126 + 10);
        Point2D other = places.beside(126, 60, 26, HIGH).orElseThrow();
        assertThat(other.getY()).isNotEqualTo(one.getY());
    }

    @Test
    void aJointIsHiddenOnlyWhereThereIsNoOtherPlace() {
        LabelPlaces places = new LabelPlaces(List.of());
        places.avoid(120, 60);
        Point2D left = places.beside(100, 60, 26, HIGH).orElseThrow();
        assertThat(left.getX()).isEqualTo(64);
        for (int y = 20; y <= 100; y += 6) {
            places.avoid(70, y);
            places.avoid(130, y);
        }
        assertThat(places.beside(100, 60, 26, HIGH)).isPresent();
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
