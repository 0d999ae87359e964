package org.hrscope.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundImage;
import org.hrscope.inference.Estimate;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.Look;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PoseLanes;
import org.hrscope.people.SecondLook;
import org.hrscope.pixels.CropGeometry;
import org.jspecify.annotations.Nullable;

/// The networks' answers for one frame. Identities depend on every earlier frame, so a resumed run replays the finished
/// frames of a video, with the recorded answers in place of the networks. One thread.
public final class NetworkAnswers {
    private static final Heatmaps GONE = new Heatmaps(0, 0, 0, new float[0]);

    private final Deque<List<FoundPerson>> knownFinds = new ArrayDeque<>();
    private final Deque<List<Pose>> knownLooks = new ArrayDeque<>();
    private final List<List<FoundPerson>> finds = new ArrayList<>();
    private final List<PoseLanes.Begun> looks = new ArrayList<>();
    private final boolean before;

    /// @param before the frame as the interrupted run recorded it; null if it did not get that far
    NetworkAnswers(@Nullable SavedImage before) {
        this.before = before != null;
        if (before == null) return;
        knownFinds.addAll(before.foundByFinder());
        knownLooks.addAll(before.posesByNetwork());
    }

    /// Whether this frame is replayed.
    boolean before() {
        return before;
    }

    List<FoundPerson> find(PersonFinder finder, Frame frame) throws Problem {
        List<FoundPerson> found = before ? knownFinds.remove() : finder.find(frame);
        finds.add(found);
        return found;
    }

    /// @param frame held by the caller until the poses are there
    PoseLanes.Begun look(PoseLanes lanes, Frame frame, List<Look> looks) {
        return answered(lanes, () -> lanes.look(frame, looks));
    }

    private PoseLanes.Begun answered(PoseLanes lanes, Supplier<PoseLanes.Begun> network) {
        PoseLanes.Begun begun = before ? recorded(lanes) : network.get();
        looks.add(begun);
        return begun;
    }

    private PoseLanes.Begun recorded(PoseLanes lanes) {
        List<CompletableFuture<Estimate>> each = new ArrayList<>();
        for (Pose pose : knownLooks.remove()) {
            each.add(CompletableFuture.completedFuture(estimate(lanes, pose)));
        }
        return lanes.begun(each, 0);
    }

    /// Only the pose was recorded.
    private static Estimate estimate(PoseLanes lanes, Pose pose) {
        CropGeometry geometry =
                CropGeometry.of(pose.box(), lanes.estimator().info(), lanes.options().decoder());
        return new Estimate(pose, GONE, geometry, new Estimate.Times(0, 0, 0));
    }

    SecondLook.Looks in(PoseLanes lanes, Frame frame) {
        return boxes -> answered(lanes, () -> lanes.begin(frame, boxes)).await();
    }

    /// The frame's record for the journal. All answers must be complete.
    SavedImage saved(FoundImage found) throws Problem {
        List<List<Pose>> poses = new ArrayList<>();
        for (PoseLanes.Begun each : looks) {
            poses.add(each.await().stream().map(Estimate::pose).toList());
        }
        return SavedImage.of(found, finds, poses);
    }
}
