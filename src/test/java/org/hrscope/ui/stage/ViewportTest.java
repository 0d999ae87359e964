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
