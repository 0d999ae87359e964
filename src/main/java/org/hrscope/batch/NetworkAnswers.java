package org.hrscope.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
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
    private final Deque<List<SavedImage.Answer>> knownLooks = new ArrayDeque<>();
    private final List<List<FoundPerson>> finds = new ArrayList<>();
    private final List<PoseLanes.Begun> looks = new ArrayList<>();
    private final boolean before;

    /// @param before the frame as the interrupted run recorded it; null if it did not get that far
    NetworkAnswers(@Nullable SavedImage before) {
        this.before = before != null;
        if (before == null) return;
        knownFinds.addAll(before.foundByFinder());
        knownLooks.addAll(before.answersByNetwork());
    }

    /// Whether this frame is replayed.
    boolean before() {
        return before;
    }

    List<FoundPerson> find(PersonFinder finder, Frame frame) throws Problem {
        if (before && knownFinds.isEmpty()) throw older(frame);
        List<FoundPerson> found = before ? knownFinds.remove() : finder.find(frame);
        finds.add(found);
        return found;
    }

    /// @param frame held by the caller until the poses are there
    PoseLanes.Begun look(PoseLanes lanes, Frame frame, List<Look> at) throws Problem {
        if (before) return recorded(lanes, frame, at.stream().map(Look::box).toList());
        return asked(lanes.look(frame, at));
    }

    private PoseLanes.Begun asked(PoseLanes.Begun begun) {
        looks.add(begun);
        return begun;
    }

    /// @throws Problem if something else was asked then
    private PoseLanes.Begun recorded(PoseLanes lanes, Frame frame, List<BoundingBox> boxes)
            throws Problem {
        List<SavedImage.Answer> answers = knownLooks.poll();
        if (answers == null) throw older(frame);
        List<BoundingBox> then = answers.stream().map(each -> each.pose().box()).toList();
        if (!then.equals(boxes)) throw older(frame);
        List<CompletableFuture<Estimate>> each = new ArrayList<>();
        for (SavedImage.Answer answer : answers) {
            each.add(CompletableFuture.completedFuture(estimate(lanes, answer)));
        }
        return asked(lanes.begun(each, 0));
    }

    /// Once everything that the frame needs has been asked.
    ///
    /// @throws Problem if more was asked then
    void asked(Frame frame) throws Problem {
        if (!knownFinds.isEmpty() || !knownLooks.isEmpty()) throw older(frame);
    }

    /// A development build may ask otherwise than the one before it, which has the same version.
    private static Problem older(Frame frame) {
        return new Problem("resume.older", frame.origin().name());
    }

    /// Only the joints were recorded.
    private static Estimate estimate(PoseLanes lanes, SavedImage.Answer answer) {
        BoundingBox box = answer.pose().box();
        CropGeometry geometry =
                CropGeometry.of(box, lanes.estimator().info(), lanes.options().decoder());
        Estimate.Times none = new Estimate.Times(0, 0, 0);
        return new Estimate(answer.pose(), answer.judged(), GONE, geometry, none);
    }

    SecondLook.Looks in(PoseLanes lanes, Frame frame) {
        return boxes ->
                (before ? recorded(lanes, frame, boxes) : asked(lanes.begin(frame, boxes))).await();
    }

    /// The frame's record for the journal. All answers must be complete.
    SavedImage saved(FoundImage found) throws Problem {
        List<List<SavedImage.Answer>> answers = new ArrayList<>();
        for (PoseLanes.Begun each : looks) {
            answers.add(
                    each.await().stream()
                            .map(by -> new SavedImage.Answer(by.pose(), by.judged()))
                            .toList());
        }
        return SavedImage.of(found, finds, answers);
    }
}
