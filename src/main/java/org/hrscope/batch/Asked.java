package org.hrscope.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundImage;
import org.hrscope.inference.Estimate;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PoseLanes;
import org.hrscope.people.SecondLook;
import org.hrscope.pixels.CropGeometry;
import org.jspecify.annotations.Nullable;

/// The networks asked about one frame of a video. Who is who depends on all frames before: where a run goes on, the frames
/// it has done are gone through once more, with the networks' answers of then instead of the networks. One thread.
public final class Asked {
    private static final Heatmaps GONE = new Heatmaps(0, 0, 0, new float[0]);

    private final Deque<List<FoundPerson>> knownFinds = new ArrayDeque<>();
    private final Deque<List<Pose>> knownLooks = new ArrayDeque<>();
    private final List<List<FoundPerson>> finds = new ArrayList<>();
    private final List<PoseLanes.Begun> looks = new ArrayList<>();
    private final boolean before;

    /// @param before what a run has found in this frame; null where it has not come to it
    Asked(@Nullable SavedImage before) {
        this.before = before != null;
        if (before == null) return;
        knownFinds.addAll(before.foundByFinder());
        knownLooks.addAll(before.posesByNetwork());
    }

    /// Whether a run has done this frame.
    boolean before() {
        return before;
    }

    List<FoundPerson> find(PersonFinder finder, Frame frame) throws Problem {
        List<FoundPerson> found = before ? knownFinds.remove() : finder.find(frame);
        finds.add(found);
        return found;
    }

    /// @param frame held by the caller until the poses are there
    PoseLanes.Begun begin(PoseLanes lanes, Frame frame, List<BoundingBox> boxes) {
        PoseLanes.Begun begun =
                before
                        ? new PoseLanes.Begun(
                                knownLooks.remove().stream()
                                        .map(pose ->
                                                CompletableFuture.completedFuture(
                                                        estimate(lanes, pose)))
                                        .toList())
                        : lanes.begin(frame, boxes);
        looks.add(begun);
        return begun;
    }

    /// Of what was estimated then only the pose is left.
    private static Estimate estimate(PoseLanes lanes, Pose pose) {
        CropGeometry geometry =
                CropGeometry.of(pose.box(), lanes.estimator().info(), lanes.options().decoder());
        return new Estimate(pose, GONE, geometry, new Estimate.Times(0, 0, 0));
    }

    SecondLook.Looks in(PoseLanes lanes, Frame frame) {
        return boxes -> begin(lanes, frame, boxes).await();
    }

    /// With all answers; all of them have been waited for.
    SavedImage saved(FoundImage found) {
        List<List<Pose>> poses =
                looks.stream()
                        .map(each -> each.each().stream().map(one -> one.join().pose()).toList())
                        .toList();
        return SavedImage.of(found, finds, poses);
    }
}
