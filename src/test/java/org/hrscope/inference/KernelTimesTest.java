package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.CropGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measuring reports progress, stops on request, and leaves nothing behind.
class KernelTimesTest {
    @TempDir private Path folder;

    @Test
    void endsAndLeavesNothing() throws Problem {
        ModelFile file;
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            file = model.file();
        }
        Frame frame = new FramePool().frame(320, 240, new Frame.Origin("b", 0, 0), pixels -> {});
        CropGeometry crop =
                CropGeometry.of(BoundingBox.wholePicture(320, 240), file.info(), Decoder.QUARTER);
        List<Integer> steps = new ArrayList<>();
        var times = KernelTimes.measure(file, frame, crop, 2, done -> steps.add(done), folder);
        assertThat(times).isNotNull();
        assertThat(times.nanos())
                .isNotEmpty()
                .allSatisfy((name, t) -> assertThat(t).isNotNegative());
        assertThat(times.whole()).isPositive();
        assertThat(steps).containsExactly(-2, -1, 0, 1, 2);
        assertThat(folder).isEmptyDirectory();
        assertThat(KernelTimes.measure(file, frame, crop, 9, done -> done < 0, folder)).isNull();
        assertThat(folder).isEmptyDirectory();
    }
}
