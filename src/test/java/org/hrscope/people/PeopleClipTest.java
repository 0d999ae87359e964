package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.Shared;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.junit.jupiter.api.Test;

/// Finder, verification and tracking on real people walking past each other.
class PeopleClipTest {
    @Test
    void everyoneStaysWhoTheyAre() throws Problem, InterruptedException {
        var clip = new SourceSpec.Video(Shared.file("images/people.mp4"));
        SourceOpener sources = new SourceOpener(new Cameras(), _ -> new DemoSource());
        Map<Integer, BoundingBox> last = new HashMap<>();
        int most = 0;
        try (FrameSource source = sources.open(clip, new FramePool());
                PersonFinder finder = new FinderOpener().bundled();
                PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            Likeness likeness = new Likeness(estimator.info().skeleton());
            PersonTracks tracks = new PersonTracks(estimator.info().skeleton());
            SceneCut cut = new SceneCut();
            boolean first = true;
            for (Frame next = source.next(); next != null; next = source.next()) {
                try (Frame frame = next) {
                    assertThat(cut.at(frame)).isFalse();
                    List<TrackedPerson> people;
                    if (first) {
                        people =
                                tracks.newScene(
                                        SecondLook.of(
                                                        finder.find(frame),
                                                        likeness,
                                                        boxes -> poses(estimator, frame, boxes))
                                                .stream()
                                                .map(Sighting::pose)
                                                .toList());
                    } else {
                        tracks.found(finder.find(frame));
                        List<Look> looks = tracks.looks(frame.width(), frame.height());
                        List<BoundingBox> boxes = looks.stream().map(Look::box).toList();
                        List<Pose> poses =
                                poses(estimator, frame, boxes).stream()
                                        .map(Estimate::pose)
                                        .toList();
                        people = tracks.saw(looks, poses, frame);
                    }
                    first = false;
                    most = Math.max(most, people.size());
                    for (TrackedPerson person : people) {
                        BoundingBox box = Boxes.of(person.pose(), Track.SURE);
                        BoundingBox before = last.put(person.identity(), box);
                        if (before == null) continue;
                        assertThat(before.overlap(box)).as("" + person.identity()).isPositive();
                    }
                }
            }
        }
        System.out.printf("people.mp4: %d at once, %d identities%n", most, last.size());
        assertThat(most).isGreaterThanOrEqualTo(6);
        assertThat(last).hasSizeLessThanOrEqualTo(most + 1);
    }

    private static List<Estimate> poses(
            PoseEstimator estimator, Frame frame, List<BoundingBox> boxes) throws Problem {
        EstimationOptions options = new EstimationOptions(Decoder.QUARTER, false);
        List<Estimate> estimates = new ArrayList<>();
        for (BoundingBox box : boxes) estimates.add(estimator.estimate(frame, box, options));
        return estimates;
    }
}
