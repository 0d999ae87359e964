package org.hrscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.BoundingBox;
import org.hrscope.model.Frame;
import org.hrscope.model.Problem;
import org.hrscope.people.SecondLook;

/// Poses in several boxes of one picture, as many side by side as the network runs at once. Any thread.
record PoseLanes(PoseEstimator estimator, EstimationOptions options) {

    /// Poses under way.
    record Begun(List<CompletableFuture<Estimate>> each) {

        /// In the boxes' order.
        List<Estimate> await() throws Problem {
            List<Estimate> estimates = new ArrayList<>();
            for (CompletableFuture<Estimate> one : each) estimates.add(PoseEstimator.await(one));
            return estimates;
        }
    }

    /// @param frame held by the caller until the poses are there
    Begun begin(Frame frame, List<BoundingBox> boxes) {
        return new Begun(boxes.stream().map(box -> estimator.begin(frame, box, options)).toList());
    }

    SecondLook.Looks in(Frame frame) {
        return boxes -> begin(frame, boxes).await();
    }
}
