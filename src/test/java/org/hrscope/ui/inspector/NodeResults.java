package org.hrscope.ui.inspector;

import java.util.Random;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;

/// Frames of noise with a bright blob, estimated for real.
public final class NodeResults {
    private NodeResults() {}

    /// The caller's to close.
    public static PipelineResult of(PoseEstimator estimator, long index, Decoder decoder)
            throws Problem {
        Random random = new Random(index);
        byte[] noise = new byte[320 * 240 * 4];
        random.nextBytes(noise);
        BoundingBox box = new BoundingBox(40.25, 10.5, 180.5, 210);
        EngineSettings settings =
                new EngineSettings(decoder, false, PersonMode.DRAWN, box, 1, true);
        Frame.Origin origin = new Frame.Origin("noise", index, 0);
        try (Frame frame = new FramePool().frame(320, 240, origin, p -> p.put(noise))) {
            Grabbed grabbed = new Grabbed(frame, new SourceInfo("noise", 0, 0, false), 0);
            return new FrameAnalysis().analyse(grabbed, estimator, settings, 0);
        }
    }
}
