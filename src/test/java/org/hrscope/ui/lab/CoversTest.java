package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrscope.pixels.Cover.Dab;
import org.hrscope.pixels.Cover.Fill;
import org.junit.jupiter.api.Test;

/// Strokes of the brush, and what can be undone.
class CoversTest {
    private final Covers covers = new Covers();

    private void stroke(double x) {
        covers.begin(x, 1, 4);
        covers.to(x + 2.5, 3);
        covers.to(x + 5, 1);
    }

    @Test
    void aStrokeIsUndoneAsAWhole() {
        stroke(10);
        stroke(20);
        assertThat(covers.coverProperty().get().dabs()).hasSize(6);
        assertThat(covers.coverProperty().get().dabs().get(4))
                .isEqualTo(new Dab(20, 1, 22.5, 3, 4));
        covers.undo();
        assertThat(covers.coverProperty().get().dabs()).hasSize(3);
        covers.clear();
        assertThat(covers.noneProperty().get()).isTrue();
        covers.undo();
        assertThat(covers.coverProperty().get().dabs()).hasSize(3);
        covers.undo();
        assertThat(covers.noneProperty().get()).isTrue();
        assertThat(covers.undoableProperty().get()).isFalse();
        covers.undo();
    }

    @Test
    void theFillIsThatOfAllStrokes() {
        stroke(10);
        covers.fillProperty().set(Fill.NOISE);
        assertThat(covers.coverProperty().get().fill()).isEqualTo(Fill.NOISE);
        stroke(30);
        covers.fillProperty().set(Fill.BLUR);
        covers.undo();
        assertThat(covers.coverProperty().get().fill()).isEqualTo(Fill.BLUR);
    }

    @Test
    void theBrushHasBounds() {
        for (int i = 0; i < 40; i++) covers.larger();
        assertThat(covers.size()).isEqualTo(Covers.LARGEST);
        for (int i = 0; i < 40; i++) covers.smaller();
        assertThat(covers.size()).isEqualTo(Covers.SMALLEST);
    }

    @Test
    void anotherSourceIsBare() {
        stroke(10);
        covers.forget();
        assertThat(covers.noneProperty().get()).isTrue();
        assertThat(covers.undoableProperty().get()).isFalse();
    }
}
