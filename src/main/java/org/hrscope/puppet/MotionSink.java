package org.hrscope.puppet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.export.FoundImage;
import org.hrscope.export.FoundPose;
import org.hrscope.export.ResultSink;
import org.hrscope.file.NamedInputs;
import org.hrscope.motion.BodyJoint;

/// Everyone's motion in a video, a file for each person: `walk.bvh`, or `walk-1.bvh` and `walk-2.bvh` for several.
/// Someone seen in a single frame has none; of someone away for more than a minute, the longest part is kept.
/// Files are written at the end.
public final class MotionSink implements ResultSink {
    private static final long GAP_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Path file;
    private final NamedInputs inputs;
    private final Map<Integer, Followed> people = new LinkedHashMap<>();
    private final List<Path> written = new ArrayList<>();
    private Skeleton skeleton = Skeleton.numbered(0);

    private static final class Followed {
        final PuppetFollower follower = new PuppetFollower();
        final List<MotionTake.Moment> moments = new ArrayList<>();
    }

    /// @param inputs files never to be overwritten
    public MotionSink(Path file, NamedInputs inputs) {
        this.file = file;
        this.inputs = inputs;
    }

    @Override
    public void begin(Skeleton skeleton) throws Problem {
        if (!BodyJoint.known(skeleton)) throw new Problem("motion.no-body", file);
        this.skeleton = skeleton;
    }

    @Override
    public void frame(FoundImage found) {
        if (found.pixels() == null) return;
        long nanos = found.pixels().origin().positionNanos();
        int number = 0;
        for (FoundPose person : found.people()) {
            number++;
            Integer track = person.trackId();
            Followed who =
                    people.computeIfAbsent(track == null ? number : track, _ -> new Followed());
            // Where recordings are joined, a clock may stand still or go back.
            if (!who.moments.isEmpty() && nanos <= who.moments.getLast().nanos()) continue;
            PuppetPose pose = who.follower.next(skeleton, person.pose(), nanos);
            who.moments.add(new MotionTake.Moment(nanos, pose));
        }
    }

    @Override
    public void passed(FoundImage found) {
        frame(found);
    }

    @Override
    public void end() throws Problem {
        people.values().removeIf(each -> longest(each.moments).size() < 2);
        if (people.isEmpty()) throw new Problem("motion.nobody", file);
        for (Map.Entry<Integer, Followed> each : people.entrySet()) {
            Path to = people.size() == 1 ? file : MotionFile.of(file, "" + each.getKey());
            inputs.refuse(to);
            MotionFile.write(to, MotionClip.of(longest(each.getValue().moments)));
            written.add(to);
        }
    }

    @Override
    public List<Path> written() {
        return written;
    }

    /// A clock that jumps ahead would make hours in which nothing was seen.
    private static List<MotionTake.Moment> longest(List<MotionTake.Moment> all) {
        List<MotionTake.Moment> longest = List.of();
        int begin = 0;
        for (int i = 1; i <= all.size(); i++) {
            boolean goesOn =
                    i < all.size() && all.get(i).nanos() - all.get(i - 1).nanos() <= GAP_NANOS;
            if (goesOn) continue;
            if (i - begin > longest.size()) longest = all.subList(begin, i);
            begin = i;
        }
        return longest;
    }

    @Override
    public void close() {
        people.clear();
    }
}
