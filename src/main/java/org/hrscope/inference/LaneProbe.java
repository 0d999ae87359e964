package org.hrscope.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Workers;

/// Estimates a second of a model, all lanes of its plan at work on an image of noise: crop, run, decode. Lanes and
/// threads of its own, so that it can measure a model that is in use. One thread; close before the model.
public final class LaneProbe implements AutoCloseable {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final double NANOS = 1e9;

    private final Frame frame = noise();
    private final BoundingBox box = BoundingBox.wholePicture(WIDTH, HEIGHT);
    private final EstimationOptions options;
    private final List<EstimateLane> lanes = new ArrayList<>();
    private final Workers workers;

    public LaneProbe(PoseModel model) throws Problem {
        options = new EstimationOptions(model.info().decoder(), false);
        int count = model.plan().lanes();
        workers = new Workers("probe", count);
        boolean made = false;
        try {
            for (int i = 0; i < count; i++) lanes.add(new EstimateLane(model));
            made = true;
        } finally {
            if (!made) close();
        }
    }

    /// A xorshift's bits: no image is easier than another for a network without conditions.
    private static Frame noise() {
        ByteBuffer pixels =
                ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4).order(ByteOrder.LITTLE_ENDIAN);
        int state = 1;
        while (pixels.hasRemaining()) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            pixels.putInt(state | 0xff000000);
        }
        pixels.clear();
        return new Frame(WIDTH, HEIGHT, pixels, new Frame.Origin("noise", 0, 0), () -> {});
    }

    /// Runs all lanes for about that long, each at least once; blocks.
    ///
    /// @throws Problem `model.run`, `model.not-finite`
    public double rate(long nanos) throws Problem {
        long start = System.nanoTime();
        List<CompletableFuture<Integer>> begun =
                lanes.stream()
                        .map(lane -> workers.submit(() -> runs(lane, start + nanos)))
                        .toList();
        int runs = 0;
        Problem failed = null;
        for (CompletableFuture<Integer> each : begun) {
            try {
                runs += Workers.await(each);
            } catch (Problem e) {
                failed = e;
            }
        }
        if (failed != null) throw failed;
        return runs * NANOS / (System.nanoTime() - start);
    }

    /// Stops where one more run would end later than it should by more than half.
    private int runs(EstimateLane lane, long end) throws Problem {
        int runs = 0;
        long before = System.nanoTime();
        long took;
        do {
            lane.estimate(frame, box, options);
            runs++;
            long now = System.nanoTime();
            took = now - before;
            before = now;
        } while (before + took / 2 < end);
        return runs;
    }

    @Override
    public void close() {
        workers.close();
        lanes.forEach(EstimateLane::close);
        frame.close();
    }
}
