package org.hrscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.BoundingBox;
import org.hrscope.model.Pose;
import org.hrscope.model.Problem;
import org.hrscope.people.Person;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;

/// Begins to look for the people of one picture: as the live engine finds them, or in the boxes of an annotation file.
interface PeopleFinder {

    /// People being looked for. Asked for in the order in which the pictures began.
    interface Search {
        /// Waits until they are found.
        List<Pose> people() throws Problem;
    }

    /// @param grabbed held by the caller until its people are found
    /// @param boxes   where they are known to be
    Search begin(Grabbed grabbed, List<BoundingBox> boxes);

    static PeopleFinder tracked(PoseEstimator estimator, EngineSettings settings) {
        FrameAnalysis analysis = new FrameAnalysis();
        return (grabbed, _) -> {
            analysis.begin(grabbed, estimator, settings, 0);
            return () -> {
                try (PipelineResult result = analysis.finish()) {
                    return result.people().all().stream().map(Person::pose).toList();
                }
            };
        };
    }

    static PeopleFinder boxed(PoseEstimator estimator, EngineSettings settings) {
        return (grabbed, boxes) -> {
            List<CompletableFuture<Estimate>> begun = new ArrayList<>();
            for (BoundingBox box : boxes) {
                begun.add(estimator.begin(grabbed.frame(), box, settings.estimation()));
            }
            return () -> {
                List<Pose> poses = new ArrayList<>();
                for (CompletableFuture<Estimate> each : begun) {
                    poses.add(PoseEstimator.await(each).pose());
                }
                return poses;
            };
        };
    }
}
