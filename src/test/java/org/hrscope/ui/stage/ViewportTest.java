package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport viewport = new Viewport(40, 0);

    @BeforeEach
    void aWidePictureOnASquareStage() {
        viewport.stageSize(600, 600);
        viewport.pictureSize(1200, 600);
    }

    @Test
    void isFittedAndCentred() {
        assertThat(viewport.toStage().a()).isEqualTo(0.5);
        assertThat(viewport.toStage().x(0, 0)).isZero();
        assertThat(viewport.toStage().y(0, 0)).isEqualTo(150);
    }

    @Test
    void aFittedPictureIsCentredAndDoesNotReachBelowWhatCoversTheEdge() {
        for (boolean mirrored : new boolean[] {false, true}) {
            viewport.mirroredProperty().set(mirrored);
            for (double width : new double[] {1200, 620, 560.5, 541, 200}) {
                viewport.covered(0);
                viewport.pictureSize(width, 600);
                double before = viewport.toStage().a();
                viewport.covered(60);
                var at = viewport.toStage();
                double left = Math.min(at.x(0, 0), at.x(width, 0));
                double right = Math.max(at.x(0, 0), at.x(width, 0));
                assertThat(left).as("left of " + width).isGreaterThan(60 - 1e-9);
                assertThat(right).as("right of " + width).isLessThan(600 + 1e-9);
                assertThat(left + right).isCloseTo(600, within(1e-9));
                if (width < 480) assertThat(at.a()).isEqualTo(before);
            }
        }
    }

    /// The legend of two networks covered the upper edge while the stage was empty below.
    @Test
    void aFittedPictureMakesRoomAboveWhereThereIsSomeBelow() {
        viewport.above(149);
        assertThat(viewport.toStage().y(0, 0)).as("clear already").isEqualTo(150);
        viewport.above(190);
        assertThat(viewport.toStage().y(0, 0)).isEqualTo(190);
        assertThat(viewport.toStage().a()).isEqualTo(0.5);
        viewport.above(400);
        assertThat(viewport.toStage().y(0, 600)).as("its foot stays on the stage").isEqualTo(600);
        viewport.above(0);
        assertThat(viewport.toStage().y(0, 0)).isEqualTo(150);
    }

    @Test
    void staysFittedWhenTheStageGrowsUntilAPersonZooms() {
        viewport.stageSize(1200, 1200);
        assertThat(viewport.toStage().a()).isEqualTo(1);
        viewport.zoom(2, 100, 100);
        viewport.stageSize(600, 600);
        assertThat(viewport.toStage().a()).isEqualTo(2);
    }

    @Test
    void whatLiesUnderThePointerStaysThere() {
        double x = viewport.toPicture().x(420, 310);
        double y = viewport.toPicture().y(420, 310);
        viewport.zoom(3.7, 420, 310);
        assertThat(viewport.toStage().x(x, y)).isCloseTo(420, within(1e-6));
        assertThat(viewport.toStage().y(x, y)).isCloseTo(310, within(1e-6));
    }

    /// Fitted, each of its pixels is larger than any other image's may become.
    @Test
    void anImageOfAFewPixelsCanBeZoomed() {
        viewport.pictureSize(3, 5);
        assertThat(viewport.toStage().a()).isEqualTo(120);
        viewport.zoom(1.1, 300, 300);
        assertThat(viewport.toStage().a()).isEqualTo(120);
        viewport.zoom(0.8, 300, 300);
        assertThat(viewport.toStage().a()).isEqualTo(96);
        viewport.zoom(0.01, 300, 300);
        assertThat(viewport.toStage().a()).isEqualTo(60);
    }

    @Test
    void thePictureCannotBeLost() {
        viewport.pan(1e6, -1e6);
        assertThat(viewport.toStage().x(0, 0)).isLessThan(600);
        assertThat(viewport.toStage().y(1200, 600)).isGreaterThan(0);
        viewport.fit();
        assertThat(viewport.toStage().y(0, 0)).isEqualTo(150);
    }

    @Test
    void aPictureOfAnotherSizeIsFittedAnew() {
        viewport.zoom(5, 0, 0);
        viewport.pictureSize(300, 300);
        assertThat(viewport.toStage().a()).isEqualTo(2);
    }

    @Test
    void aPartIsShownWithoutAnEmptySide() {
        Viewport map = new Viewport(6, 12);
        map.stageSize(900, 200);
        map.pictureSize(1000, 180);
        for (double x : new double[] {0, 130, 470.5, 880}) {
            map.show(new org.hrscope.domain.BoundingBox(x, 20, 90, 130), 18, 2.4);
            var at = map.toStage();
            assertThat(at.x(0, 0)).as("left, part at " + x).isLessThanOrEqualTo(6);
            assertThat(at.x(1000, 0)).as("right, part at " + x).isGreaterThanOrEqualTo(894);
            assertThat(at.x(x, 0)).isGreaterThanOrEqualTo(0);
            assertThat(at.x(x + 90, 0)).isLessThanOrEqualTo(900);
        }
        // What is lower than the stage stands in its middle.
        map.stageSize(900, 700);
        map.show(new org.hrscope.domain.BoundingBox(400, 20, 500, 130), 18, 2.4);
        var at = map.toStage();
        assertThat(at.y(0, 0) + at.y(0, 180)).isCloseTo(700, within(1e-9));
    }

    @Test
    void mirroredItTurnsAtTheMiddleAndStaysUnderThePointer() {
        viewport.pan(30, 0);
        double x = viewport.toStage().x(100, 100);
        viewport.mirroredProperty().set(true);
        assertThat(viewport.toStage().x(100, 100)).isEqualTo(600 - x);
        assertThat(viewport.toStage().e()).isEqualTo(0.5);
        double seenX = viewport.toPicture().x(420, 310);
        double seenY = viewport.toPicture().y(420, 310);
        viewport.zoom(3.7, 420, 310);
        assertThat(viewport.toStage().x(seenX, seenY)).isCloseTo(420, within(1e-6));
        viewport.pan(11, 5);
        assertThat(viewport.toStage().x(seenX, seenY)).isCloseTo(431, within(1e-6));
        assertThat(viewport.toStage().y(seenX, seenY)).isCloseTo(315, within(1e-6));
        Viewport.Place place = viewport.place();
        viewport.fit();
        viewport.place(place);
        assertThat(viewport.toStage().x(seenX, seenY)).isCloseTo(431, within(1e-6));
    }
}
