package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What all threads together allocate for one frame, from the pool to the result: it must not grow with the picture.
class LiveAllocationTest {
    private static final int WARM_UP = 12;
    private static final int FRAMES = 16;
    private static final SourceInfo SOURCE = new SourceInfo("black", 0, 30, true);

    /// Bytes: less than two rows of the larger picture.
    private static final long SLACK = 6_000;

    private static PoseEstimator estimator;

    @BeforeAll
    static void open() throws Problem {
        estimator = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
    }

    @AfterAll
    static void close() {
        estimator.close();
    }

    private static EngineSettings settings(PersonMode people, int width, int height) {
        BoundingBox box = new BoundingBox(width * 0.1, height * 0.05, width * 0.8, height * 0.9);
        return new EngineSettings(Decoder.QUARTER, false, people, box, 1, true);
    }

    @Test
    void onePersonsFrameCostsTheSameAtAnySize() throws Problem {
        long small;
        long large;
        try (FrameAnalysis analysis = new FrameAnalysis()) {
            small = bytesAFrame(analysis, PersonMode.DRAWN, 317, 241);
        }
        try (FrameAnalysis analysis = new FrameAnalysis()) {
            large = bytesAFrame(analysis, PersonMode.DRAWN, 1921, 1081);
        }
        assertThat(large).as("small: " + small).isLessThan(small + SLACK);
    }

    /// Nobody is there, but the finder looks, and each frame is compared with the one before.
    @Test
    void lookingForEveryoneCostsTheSameAtAnySize() throws Problem {
        long small;
        long large;
        try (CrowdAnalysis analysis = crowd()) {
            small = bytesAFrame(analysis, PersonMode.EVERYONE, 317, 241);
        }
        try (CrowdAnalysis analysis = crowd()) {
            large = bytesAFrame(analysis, PersonMode.EVERYONE, 1921, 1081);
        }
        assertThat(large).as("small: " + small).isLessThan(small + SLACK);
    }

    private static CrowdAnalysis crowd() {
        return new CrowdAnalysis(() -> new FinderOpener().bundled(), () -> {});
    }

    private static long bytesAFrame(Analysis<?> analysis, PersonMode people, int width, int height)
            throws Problem {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        FramePool pool = new FramePool();
        EngineSettings settings = settings(people, width, height);
        long[] bytes = new long[FRAMES];
        for (int i = 0; i < WARM_UP + FRAMES; i++) {
            long before = threads.getTotalThreadAllocatedBytes();
            frame(analysis, pool, settings, List.of(width, height, i));
            if (i >= WARM_UP) bytes[i - WARM_UP] = threads.getTotalThreadAllocatedBytes() - before;
        }
        // Other threads of this process allocate now and then.
        Arrays.sort(bytes);
        return bytes[FRAMES / 4];
    }

    private static void frame(
            Analysis<?> analysis, FramePool pool, EngineSettings settings, List<Integer> at)
            throws Problem {
        Frame.Origin origin = new Frame.Origin("black", at.get(2), at.get(2) * 33_333_333L);
        Frame frame = pool.frame(at.get(0), at.get(1), origin, LiveAllocationTest::black);
        try (Grabbed grabbed = new Grabbed(frame, SOURCE, 1)) {
            analysis.begin(grabbed, estimator, settings, 0);
        }
        analysis.finish().close();
    }

    private static void black(java.nio.ByteBuffer pixels) {
        while (pixels.hasRemaining()) pixels.putInt(0xff000000);
    }
}
