package org.hrscope.teach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrscope.domain.Keypoint;

/// One person as the network sees them, and what was said of the joints. Immutable.
///
/// @param size     the longer side of the person's box, in heatmap cells
/// @param own      the network's own joints, in heatmap cells
/// @param examples by joint
public record LabelledPerson(
        Features features, double size, List<Keypoint> own, Map<String, Example> examples) {
    public LabelledPerson {
        own = List.copyOf(own);
        examples = Map.copyOf(examples);
    }

    LabelledPerson without(String joint) {
        Map<String, Example> others = new HashMap<>(examples);
        others.remove(joint);
        return new LabelledPerson(features, size, own, others);
    }

    /// For one joint, those of whom anything was said.
    public static List<Example> examples(List<LabelledPerson> people, String joint) {
        return people.stream()
                .flatMap(seen -> Stream.ofNullable(seen.examples.get(joint)))
                .toList();
    }

    /// The network's joint that a new one is nearest to, on the whole; -1 if it is shown nowhere.
    public static int nearest(List<LabelledPerson> people, String joint) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        int joints = people.isEmpty() ? 0 : people.getFirst().own.size();
        for (int i = 0; i < joints; i++) {
            double sum = 0;
            int shown = 0;
            for (LabelledPerson seen : people) {
                Example said = seen.examples.get(joint);
                for (Click click : said == null ? List.<Click>of() : said.clicks()) {
                    if (!click.present()) continue;
                    Keypoint own = seen.own.get(i);
                    sum += Math.hypot(own.x() - click.x(), own.y() - click.y());
                    shown++;
                }
            }
            if (shown > 0 && sum < least) {
                least = sum;
                nearest = i;
            }
        }
        return nearest;
    }
}
