package org.hrscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.export.CocoAnnotations;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Pose;
import org.hrscope.model.Problem;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;

/// The people of one picture: as the live engine finds them, or in the boxes of an annotation file.
interface PeopleFinder {

    List<Pose> find(Grabbed grabbed) throws Problem;

    static PeopleFinder tracked(PoseEstimator estimator, EngineSettings settings) {
        FrameAnalysis analysis = new FrameAnalysis();
        return grabbed -> {
            try (PipelineResult result = analysis.analyse(grabbed, estimator, settings, 0)) {
                return result.estimates().stream().map(Estimate::pose).toList();
            }
        };
    }

    static PeopleFinder boxed(
            PoseEstimator estimator, EngineSettings settings, CocoAnnotations people) {
        Map<Long, List<CocoAnnotations.Annotation>> byImage = people.byImage();
        return grabbed -> {
            Long image = people.imageId(grabbed.frame().origin().name());
            List<Pose> poses = new ArrayList<>();
            if (image == null) return poses;
            for (CocoAnnotations.Annotation person : byImage.getOrDefault(image, List.of())) {
                poses.add(
                        estimator
                                .estimate(grabbed.frame(), person.box(), settings.estimation())
                                .pose());
            }
            return poses;
        };
    }
}
