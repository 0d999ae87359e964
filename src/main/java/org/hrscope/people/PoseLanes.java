package org.hrscope.people;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.PoseEstimator;

/// Poses in several boxes of one image, run in parallel as far as the network allows. Any thread.
public record PoseLanes(PoseEstimator estimator, EstimationOptions options) {

    /// Poses in progress.
    public static final class Begun {
        /// Of nobody.
        public static final Begun NOTHING = new Begun(List.of(), nobody -> nobody);

        private final List<CompletableFuture<Estimate>> each;
        private final UnaryOperator<List<Estimate>> settling;

        private Begun(
                List<CompletableFuture<Estimate>> each, UnaryOperator<List<Estimate>> settling) {
            this.each = List.copyOf(each);
            this.settling = settling;
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
            return settling.apply(estimates);
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

    /// In the boxes of these looks. Who is followed comes first, and is known to be different from the others.
    ///
    /// @param frame held by the caller until the poses are done
    public Begun look(Frame frame, List<Look> looks) {
        return begin(frame, looks.stream().map(Look::box).toList(), Look.followed(looks));
    }

    /// Poses that were begun elsewhere, and are to be settled as these lanes would.
    public Begun begun(List<CompletableFuture<Estimate>> each, int known) {
        Likeness likeness = new Likeness(estimator.info().skeleton());
        JointOwners owners = new JointOwners(likeness, options.decoder());
        return new Begun(
                each,
                estimates ->
                        Stream.concat(
                                        owners.settle(estimates.subList(0, known)).stream(),
                                        estimates.stream().skip(known))
                                .toList());
    }

    /// Everyone in one image, by the finder. With the flip test, it sees the mirror image as well.
    public List<FoundPerson> search(PersonFinder finder, Frame frame) throws Problem {
        return options.flip() ? finder.findTwice(frame) : finder.find(frame);
    }

    /// The same without the flip test, whose second pass is wasted where only [Estimate#judged()] is needed.
    public PoseLanes judging() {
        return new PoseLanes(estimator, new EstimationOptions(options.decoder(), false));
    }

    public SecondLook.Looks in(Frame frame) {
        return boxes -> begin(frame, boxes).await();
    }
}
