package org.hrscope.people;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.PoseEstimator;

/// Poses in several boxes of one image, run in parallel as far as the network allows. Any thread.
public record PoseLanes(PoseEstimator estimator, EstimationOptions options) {

    /// Poses in progress.
    public static final class Begun {
        /// Of nobody.
        public static final Begun NOTHING =
                new Begun(
                        List.of(),
                        new JointOwners(new Likeness(Skeleton.numbered(0)), Decoder.QUARTER),
                        0);

        private final List<CompletableFuture<Estimate>> each;
        private final JointOwners owners;
        private final int known;

        private Begun(List<CompletableFuture<Estimate>> each, JointOwners owners, int known) {
            this.each = List.copyOf(each);
            this.owners = owners;
            this.known = known;
        }

        /// The network's own answers.
        public List<CompletableFuture<Estimate>> each() {
            return each;
        }

        /// In the order of the boxes. Waits for all of them before throwing the first failure, so that the frame is
        /// no longer read.
        public List<Estimate> await() throws Problem {
            each.forEach(one -> one.handle((_, _) -> true).join());
            List<Estimate> estimates = new ArrayList<>();
            for (CompletableFuture<Estimate> one : each) estimates.add(PoseEstimator.await(one));
            List<Estimate> apart = owners.settle(estimates.subList(0, known));
            for (int i = 0; i < known; i++) estimates.set(i, apart.get(i));
            return estimates;
        }
    }

    /// @param frame held by the caller until the poses are done
    public Begun begin(Frame frame, List<BoundingBox> boxes) {
        return begin(frame, boxes, 0);
    }

    /// @param known the first boxes, of people known to be different: they share no joint
    public Begun begin(Frame frame, List<BoundingBox> boxes, int known) {
        return begun(
                boxes.stream().map(box -> estimator.begin(frame, box, options)).toList(), known);
    }

    /// Poses that were begun elsewhere, and are to be settled as these lanes would.
    public Begun begun(List<CompletableFuture<Estimate>> each, int known) {
        Likeness likeness = new Likeness(estimator.info().skeleton());
        return new Begun(each, new JointOwners(likeness, options.decoder()), known);
    }

    public SecondLook.Looks in(Frame frame) {
        return boxes -> begin(frame, boxes).await();
    }
}
