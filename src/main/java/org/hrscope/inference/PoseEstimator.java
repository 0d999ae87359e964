package org.hrscope.inference;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.pixels.OpenCv;
import org.hrscope.threads.CoreShare;
import org.hrscope.threads.Workers;

/// Crop, normalise, run, decode, back to image pixels: one frame and one box in, one [Estimate] out. Owns its
/// model. Any thread: [#atOnce()] estimates run in parallel, further ones queue.
public final class PoseEstimator implements AutoCloseable {
    private final PoseModel model;
    private final ConcurrentLinkedDeque<EstimateLane> idle = new ConcurrentLinkedDeque<>();
    private final Workers workers;
    private final CoreShare cores;
    private final LongAdder runs = new LongAdder();
    private boolean closed;

    public PoseEstimator(PoseModel model) {
        OpenCv.load();
        this.model = model;
        workers = new Workers("network", plan().lanes());
        int allowed = Runtime.getRuntime().availableProcessors();
        cores = new CoreShare(Math.max(allowed, plan().cores()));
    }

    public ExecutionPlan plan() {
        return model.plan();
    }

    /// How many estimates run in parallel.
    public int atOnce() {
        return plan().lanes();
    }

    /// Estimates so far, for measurements.
    public long runs() {
        return runs.sum();
    }

    /// The cores that the estimates share with whatever else computes beside them.
    public CoreShare cores() {
        return cores;
    }

    public ModelInfo info() {
        return model.info();
    }

    /// The network itself.
    public PoseModel model() {
        return model;
    }

    /// Blocks until the estimate is done.
    ///
    /// @param box in image pixels; extended to the input's aspect ratio and padded
    /// @throws Problem `model.run`
    public Estimate estimate(Frame frame, BoundingBox box, EstimationOptions options)
            throws Problem {
        return await(begin(frame, box, options));
    }

    /// The same without blocking.
    ///
    /// @param frame held by the caller until the estimate is done
    /// @return for [#await]
    public CompletableFuture<Estimate> begin(
            Frame frame, BoundingBox box, EstimationOptions options) {
        int threads = plan().threads();
        return workers.submit(() -> cores.on(threads, () -> run(frame, box, options)));
    }

    private Estimate run(Frame frame, BoundingBox box, EstimationOptions options) throws Problem {
        EstimateLane before = idle.pollFirst();
        EstimateLane lane = before == null ? new EstimateLane(model) : before;
        try {
            runs.increment();
            return lane.estimate(frame, box, options);
        } finally {
            idle.addFirst(lane);
        }
    }

    /// The result of [#begin].
    ///
    /// @throws Problem `model.run`, or whatever else failed
    public static Estimate await(CompletableFuture<Estimate> begun) throws Problem {
        return Workers.await(begun);
    }

    /// The network's input for this box: [1, 3, H, W], normalised.
    public Tensor crop(Frame frame, BoundingBox box, Decoder decoder) {
        ModelInfo info = info();
        Shape shape = info.inputShape();
        Tensor crop = Tensor.of(shape, new float[Math.toIntExact(shape.count())]);
        new CropPreprocessor(info)
                .fill(frame, CropGeometry.of(box, info, decoder).toInput(), crop.values());
        return crop;
    }

    /// Work on the model itself.
    @FunctionalInterface
    public interface Aside<T> {
        T on(PoseModel model) throws Problem;
    }

    /// Uses the model while neither an estimate nor anything else on these cores runs; estimates queue meanwhile.
    ///
    /// @throws InterruptedException if the estimator has been closed
    public <T> T aside(Aside<T> work) throws Problem, InterruptedException {
        Optional<T> done =
                cores.alone(() -> closed ? Optional.<T>empty() : Optional.of(work.on(model)));
        return done.orElseThrow(InterruptedException::new);
    }

    /// Waits for estimates in progress.
    @Override
    public void close() {
        workers.close();
        cores.alone(() -> {
            closed = true;
            idle.forEach(EstimateLane::close);
            model.close();
            return true;
        });
    }
}
