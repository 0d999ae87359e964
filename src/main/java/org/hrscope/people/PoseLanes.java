package org.hrscope.people;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.PoseEstimator;

/// Poses in several boxes of one image, run in parallel as far as the network allows. Any thread.
public record PoseLanes(PoseEstimator estimator, EstimationOptions options) {

    /// Poses in progress.
    public record Begun(List<CompletableFuture<Estimate>> each) {

        /// In the order of the boxes. Waits for all of them before throwing the first failure, so that the frame is
        /// no longer read.
        public List<Estimate> await() throws Problem {
            each.forEach(one -> one.handle((_, _) -> true).join());
            List<Estimate> estimates = new ArrayList<>();
            for (CompletableFuture<Estimate> one : each) estimates.add(PoseEstimator.await(one));
            return estimates;
        }
    }

    /// @param frame held by the caller until the poses are done
    public Begun begin(Frame frame, List<BoundingBox> boxes) {
        return new Begun(boxes.stream().map(box -> estimator.begin(frame, box, options)).toList());
    }

    public SecondLook.Looks in(Frame frame) {
        return boxes -> begin(frame, boxes).await();
    }
}
