package org.hrscope.ablation;

import java.util.Random;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.CountedFrames;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;

/// Results of the bundled network on frames of noise, and how many frames were not given back.
public final class NoiseFrames implements AutoCloseable {
    private final CountedFrames frames = new CountedFrames();
    private final PoseEstimator live;

    public NoiseFrames() throws Problem {
        live = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
    }

    public ModelFile file() {
        return live.model().file();
    }

    public int framesOut() {
        return frames.out();
    }

    public PipelineResult result(long seed) throws Problem {
        byte[] noise = new byte[320 * 240 * 4];
        new Random(seed).nextBytes(noise);
        Frame painted =
                new FramePool().frame(320, 240, new Frame.Origin("n", seed, 0), p -> p.put(noise));
        BoundingBox box = new BoundingBox(40.25, 10.5, 180.5, 210);
        EngineSettings settings =
                new EngineSettings(Decoder.QUARTER, false, PersonMode.DRAWN, box, 1, true);
        try (Frame frame = frames.of(painted)) {
            Grabbed grabbed = new Grabbed(frame, new SourceInfo("n", 0, 0, false), 0);
            return new FrameAnalysis().analyse(grabbed, live, settings, 0);
        }
    }

    @Override
    public void close() {
        live.close();
    }
}
