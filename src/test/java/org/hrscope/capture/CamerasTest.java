package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencv.videoio.VideoCapture;

class CamerasTest {
    private final List<Integer> asked = new ArrayList<>();
    private final List<CameraInfo> meanwhile = new ArrayList<>();
    private final Cameras cameras = new Cameras(false, this::device);

    /// Cameras are looked for while the first is being opened, which fails.
    private @Nullable VideoCapture device(int index) {
        asked.add(index);
        if (asked.size() == 1) meanwhile.addAll(cameras.list());
        return null;
    }

    /// As on Windows and macOS, which list none: with some drivers, opening a camera twice stops it.
    @Test
    void aCameraThatIsBeingOpenedIsNotProbed() {
        assertThatThrownBy(() -> cameras.open(0, CameraMode.USUAL, new FramePool()))
                .isInstanceOf(Problem.class);
        assertThat(asked).containsExactly(0, 1);
        assertThat(meanwhile).extracting(CameraInfo::index).containsExactly(0);
        assertThat(cameras.list()).isEmpty();
    }
}
