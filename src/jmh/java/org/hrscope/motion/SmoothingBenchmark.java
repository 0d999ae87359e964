package org.hrscope.motion;

import java.util.List;
import java.util.stream.IntStream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One person's 17 joints through the one-euro filter.
@State(Scope.Thread)
public class SmoothingBenchmark {
    private static final long FRAME = 33_333_333;

    private final PeopleSmoothing smoothing = new PeopleSmoothing();
    private final OneEuro settings = Smoothing.STANDARD.settings();
    private final List<Pose> poses = IntStream.range(0, 64).mapToObj(SmoothingBenchmark::at).toList();
    private int next;

    private static Pose at(int frame) {
        List<Keypoint> joints =
                IntStream.range(0, 17)
                        .mapToObj(j -> new Keypoint(100 + j + 3 * Math.sin(frame), 90 + 7 * j, 0.9))
                        .toList();
        return new Pose(joints, new BoundingBox(80, 60, 120, 180));
    }

    @Benchmark
    public Pose smooth() {
        long nanos = ++next * FRAME;
        return smoothing.next(1, poses.get(next & 63), nanos, settings);
    }
}
