package org.hrscope.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.figure.DemoScenes;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;

/// The demo figure's exact joints, filmed in many ways.
///
/// @param rate     frames per second
/// @param tempo    of the movement
/// @param noise    standard deviation in pixels
/// @param jitter   most by which a frame's time is off, in frames
/// @param dropped  share of frames that are missing
/// @param blind    share of half seconds in which no joint is seen at first
/// @param gap      for so many seconds
/// @param mirrored left and right exchanged
public record Shown(
        double rate,
        double tempo,
        double noise,
        double jitter,
        double dropped,
        double blind,
        double gap,
        boolean mirrored) {
    public static final Shown PLAIN = new Shown(30, 1, 0, 0, 0, 0, 0, false);
    public static final Skeleton SKELETON = Skeletons.byId("coco17").orElseThrow();

    public Shown at(double other) {
        return new Shown(other, tempo, noise, jitter, dropped, blind, gap, mirrored);
    }

    public Shown in(double other) {
        return new Shown(rate, other, noise, jitter, dropped, blind, gap, mirrored);
    }

    public Shown noisy(double pixels) {
        return new Shown(rate, tempo, pixels, jitter, dropped, blind, gap, mirrored);
    }

    public Shown jittering() {
        return new Shown(rate, tempo, noise, 0.45, dropped, blind, gap, mirrored);
    }

    public Shown dropping(double share) {
        return new Shown(rate, tempo, noise, jitter, share, blind, gap, mirrored);
    }

    public Shown blinded(double share, double seconds) {
        return new Shown(rate, tempo, noise, jitter, dropped, share, seconds, mirrored);
    }

    public Shown mirror() {
        return new Shown(rate, tempo, noise, jitter, dropped, blind, gap, !mirrored);
    }

    /// Rendered once: it is the same every six seconds.
    private static final Map<DemoScene, List<List<Keypoint>>> MOTIONS = new ConcurrentHashMap<>();

    private static final int STEPS = 600;

    private static List<List<Keypoint>> motion(DemoScene scene) {
        return MOTIONS.computeIfAbsent(
                scene,
                _ -> {
                    DoubleFunction<List<Keypoint>> exact = DemoScenes.motion(scene);
                    return IntStream.range(0, 6 * STEPS)
                            .mapToObj(i -> exact.apply((double) i / STEPS))
                            .toList();
                });
    }

    private static List<Keypoint> at(List<List<Keypoint>> motion, double seconds) {
        return motion.get(Math.floorMod(Math.round(seconds * STEPS), motion.size()));
    }

    public interface Frames {
        void at(double seconds, Pose pose) throws Exception;
    }

    /// @param clips of six seconds at tempo 1
    public void run(DemoScene scene, double clips, Frames frames) throws Exception {
        run(scene, 0, clips, frames);
    }

    public void run(DemoScene scene, double start, double clips, Frames frames) throws Exception {
        List<List<Keypoint>> motion = motion(scene);
        Random random = new Random(17);
        boolean[] hidden = new boolean[(int) (clips * 6 / tempo) * 2 + 10];
        for (int i = 0; i < hidden.length; i++) hidden[i] = random.nextDouble() < blind;
        long count = Math.round(clips * 6 / tempo * rate);
        for (long i = 0; i < count; i++) {
            double seconds = (i + jitter * (2 * random.nextDouble() - 1)) / rate;
            if (random.nextDouble() < dropped) continue;
            boolean unseen = seconds > 0 && hidden[(int) (seconds * 2)] && seconds % 0.5 < gap;
            List<Keypoint> joints = new ArrayList<>();
            for (Keypoint joint : at(motion, seconds * tempo)) {
                joints.add(
                        new Keypoint(
                                joint.x() + noise * random.nextGaussian(),
                                joint.y() + noise * random.nextGaussian(),
                                unseen ? 0 : joint.score()));
            }
            Pose pose = new Pose(joints, new BoundingBox(0, 0, 1280, 720));
            frames.at(start + seconds, mirrored ? mirror(pose) : pose);
        }
    }

    private static Pose mirror(Pose pose) {
        List<Keypoint> joints = new ArrayList<>();
        for (int twin : SKELETON.mirror()) {
            Keypoint joint = pose.keypoints().get(twin);
            joints.add(new Keypoint(1280 - joint.x(), joint.y(), joint.score()));
        }
        return new Pose(joints, pose.box());
    }

    int count(Countable action, DemoScene scene, double clips) throws Exception {
        PeopleCounts counts = new PeopleCounts(action);
        run(scene, clips, (seconds, pose) -> counts.next(1, seconds, pose, SKELETON));
        counts.end();
        return counts.count(1);
    }
}
