package org.hrscope.ui.teach;

import java.nio.ByteBuffer;
import java.util.List;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.People;
import org.hrscope.pipeline.PipelineResult;

/// Frames of the demo figure, with what the bundled network finds in them.
final class DemoResults implements AutoCloseable {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    final DemoFigure figure = new DemoFigure(1, WIDTH, HEIGHT);
    final PoseEstimator estimator;

    /// Frames that nobody holds any more.
    int freed;

    DemoResults() throws Problem {
        estimator = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
    }

    PipelineResult frame(long index) throws Problem {
        Frame frame = painted(index);
        List<Keypoint> truth = figure.truth(index);
        double top = truth.stream().mapToDouble(Keypoint::y).min().orElseThrow() - 8;
        double bottom = truth.stream().mapToDouble(Keypoint::y).max().orElseThrow() + 8;
        double middle = truth.stream().mapToDouble(Keypoint::x).average().orElseThrow();
        BoundingBox box =
                BoundingBox.around(middle, (top + bottom) / 2, 0.6 * (bottom - top), bottom - top);
        EstimationOptions plain = new EstimationOptions(estimator.info().decoder(), false);
        var estimate = estimator.estimate(frame, box, plain);
        return new PipelineResult(frame, estimator.info(), People.one(estimate), 0, 0, 0);
    }

    /// The same where nobody was looked for yet.
    PipelineResult nobody(long index) {
        return new PipelineResult(painted(index), estimator.info(), People.NOBODY, 0, 0, 0);
    }

    private Frame painted(long index) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4);
        figure.paint(index, pixels);
        return new Frame(WIDTH, HEIGHT, pixels, new Frame.Origin("demo", index, 0), () -> freed++);
    }

    @Override
    public void close() {
        estimator.close();
    }
}
