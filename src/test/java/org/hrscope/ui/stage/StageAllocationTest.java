package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the FX thread allocates to show one frame with its heatmaps: an image of the heatmaps, as large as the
/// network's input, and nothing as large as the picture.
@ExtendWith(FxToolkit.class)
class StageAllocationTest {
    private static final ModelInfo MODEL = ModelInfos.of(192, 256, 1);
    private static final int WARM_UP = 20;
    private static final int FRAMES = 20;

    /// Bytes: 256 x 192 pixels, and what hangs on them.
    private static final long HEATMAPS = 256 * 192 * 4 + 60_000;

    /// Less than two rows of the larger picture.
    private static final long SLACK = 12_000;

    @Test
    void aLargerFrameCostsNoMore() {
        long small = bytesAFrame(317, 241);
        long large = bytesAFrame(1921, 1081);
        assertThat(large).as("small: " + small).isLessThan(small + SLACK);
        assertThat(large).isLessThan(HEATMAPS);
    }

    private static long bytesAFrame(int width, int height) {
        FramePool pool = new FramePool();
        Selection selection = new Selection();
        JointsViewModel joints = new JointsViewModel(selection);
        LayersViewModel layers = new LayersViewModel();
        return FxToolkit.on(() -> {
            layers.restore(List.of("HEATMAPS"));
            StageView view = new StageView(layers, joints, selection, new JointNames(new Texts()));
            Stage window = new Stage();
            window.setScene(new Scene(view, 240, 320));
            window.show();
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = 0;
            for (int i = 0; i < WARM_UP + FRAMES; i++) {
                if (i == WARM_UP) before = threads.getCurrentThreadAllocatedBytes();
                try (PipelineResult result = result(pool, width, height)) {
                    joints.show(
                            MODEL.skeleton(),
                            result.person().orElseThrow().estimate().pose().keypoints());
                    view.show(result);
                }
            }
            long used = threads.getCurrentThreadAllocatedBytes() - before;
            view.clear();
            window.hide();
            return used / FRAMES;
        });
    }

    private static PipelineResult result(FramePool pool, int width, int height) {
        Frame frame = pool.frame(width, height, new Frame.Origin("empty", 0, 0), pixels -> {});
        BoundingBox box = BoundingBox.wholePicture(width, height);
        CropGeometry geometry = CropGeometry.of(box, MODEL, Decoder.QUARTER);
        Estimate estimate =
                new Estimate(
                        new Pose(List.of(new Keypoint(9, 9, 1)), box),
                        new Heatmaps(1, 64, 48, new float[48 * 64]),
                        geometry,
                        new Estimate.Times(1, 1, 1));
        return new PipelineResult(frame, MODEL, People.one(estimate), 1, 1, 0);
    }
}
