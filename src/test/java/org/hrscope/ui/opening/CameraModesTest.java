package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.CameraMode;
import org.junit.jupiter.api.Test;

/// Each camera keeps its own mode, whatever its number.
class CameraModesTest {
    private static final CameraMode SLOW = new CameraMode(800, 600, 12);

    @Test
    void aChoiceIsRememberedByName() {
        CameraModes modes = new CameraModes(null);
        modes.choose("Webcam", SLOW);
        modes.choose("Other", SLOW);
        modes.choose("Other", CameraMode.USUAL);
        CameraModes later = new CameraModes(modes.texts());
        assertThat(later.of(new CameraInfo(3, "Webcam")).text())
                .isEqualTo("camera:3?size=800x600&fps=12");
        assertThat(later.of(new CameraInfo(0, "Other")).text()).isEqualTo("camera:0");
        assertThat(later.texts()).hasSize(1);
    }

    @Test
    void whatIsNoCameraIsPassedOver() {
        CameraModes modes =
                new CameraModes(
                        Map.of("A", "demo", "B", "camera:0?size=x", "C", "camera:9?fps=30"));
        assertThat(modes.texts()).containsExactly(Map.entry("C", "camera:0?size=1280x720&fps=30"));
    }
}
