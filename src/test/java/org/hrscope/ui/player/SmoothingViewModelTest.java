package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.capture.SourceInfo;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.junit.jupiter.api.Test;

/// The switch and the sliders, without a toolkit.
class SmoothingViewModelTest {
    private static final SourceInfo CAMERA = new SourceInfo("camera", 0, 30, true);
    private static final SourceInfo CLIP = new SourceInfo("clip", 90, 30, false);

    private final ObjectProperty<Smoothing> smoothing =
            new SimpleObjectProperty<>(Smoothing.STANDARD);
    private final ObjectProperty<SourceInfo> source = new SimpleObjectProperty<>();
    private final SmoothingViewModel model = new SmoothingViewModel(smoothing, source);

    @Test
    void camerasAreSmoothedAndFilesAreNot() {
        assertThat(model.onProperty().get()).isFalse();
        source.set(CAMERA);
        assertThat(model.onProperty().get()).isTrue();
        source.set(CLIP);
        assertThat(model.onProperty().get()).isFalse();
        assertThat(smoothing.get()).isEqualTo(Smoothing.STANDARD);
    }

    @Test
    void theSwitchIsObeyedAndLeavesTheParameters() {
        source.set(CLIP);
        model.cutoffProperty().set(1.3);
        assertThat(smoothing.get())
                .isEqualTo(new Smoothing(Smoothing.When.LIVE, new OneEuro(1.3, 17)));
        model.onProperty().set(true);
        assertThat(smoothing.get().of(false)).isTrue();
        model.betaProperty().set(4.25);
        assertThat(smoothing.get())
                .isEqualTo(new Smoothing(Smoothing.When.ALWAYS, new OneEuro(1.3, 4.25)));
        model.onProperty().set(false);
        assertThat(smoothing.get().of(false)).isFalse();
        model.reset();
        assertThat(model.cutoffProperty().get()).isEqualTo(0.7);
        assertThat(model.betaProperty().get()).isEqualTo(17);
        assertThat(model.onProperty().get()).isFalse();
    }

    @Test
    void aSliderAtItsEndIsNoError() {
        model.cutoffProperty().set(0);
        assertThat(smoothing.get().settings().minCutoff())
                .isEqualTo(SmoothingViewModel.LEAST_CUTOFF);
        model.betaProperty().set(0);
        assertThat(smoothing.get().settings().beta()).isZero();
    }
}
