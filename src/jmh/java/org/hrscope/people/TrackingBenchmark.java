package org.hrscope.people;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeletons;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Who is who from one frame to the next, for some people in frames of two sizes; and the assignment alone.
public class TrackingBenchmark {

    @State(Scope.Thread)
    public static class People {
        @Param({"1", "4", "20"})
        public int people;

        @Param({"640x480", "1920x1080"})
        public String size;

        private PersonTracks tracks;
        private Frame frame;
        private List<Pose> poses;

        @Setup
        public void stand() {
            int width = Integer.parseInt(size.split("x")[0]);
            int height = Integer.parseInt(size.split("x")[1]);
            ByteBuffer pixels = ByteBuffer.allocateDirect(width * height * 4);
            frame = new Frame(width, height, pixels, new Frame.Origin("black", 0, 0), () -> {});
            tracks = new PersonTracks(Skeletons.byId("coco17").orElseThrow());
            poses = new ArrayList<>();
            double step = width / (people + 1.0);
            for (int i = 1; i <= people; i++) poses.add(person(i * step, height, step * 0.7));
            tracks.newScene(poses);
        }

        private static Pose person(double x, int height, double wide) {
            List<Keypoint> joints = new ArrayList<>();
            for (int j = 0; j < 17; j++) {
                double y = height * (0.1 + 0.8 * j / 17);
                joints.add(new Keypoint(x + (j % 2 == 0 ? wide : -wide) / 3, y, 0.9));
            }
            return new Pose(joints, new BoundingBox(x - wide / 2, height * 0.1, wide, height * 0.8));
        }
    }

    @State(Scope.Thread)
    public static class Likenesses {
        @Param({"4", "20"})
        public int people;

        private double[][] likeness;

        @Setup
        public void draw() {
            Random chance = new Random(1);
            likeness = new double[people][people];
            for (double[] row : likeness) {
                for (int i = 0; i < row.length; i++) row[i] = chance.nextDouble();
            }
        }
    }

    @Benchmark
    public List<TrackedPerson> track(People now) {
        List<Look> looks = now.tracks.looks(now.frame.width(), now.frame.height());
        List<Pose> seen = looks.size() == now.poses.size() ? now.poses : now.poses.subList(0, looks.size());
        return now.tracks.saw(looks, seen, now.frame);
    }

    @Benchmark
    public int[] assign(Likenesses now) {
        return Assignment.best(now.likeness, 0.1);
    }
}
